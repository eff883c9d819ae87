package org.jiuye.stall.booking;

import java.util.Locale;
import java.util.Optional;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.booking.model.Refusal;

/** How the model's refusals are answered over HTTP. */
public final class Refusals {
  private Refusals() {}

  /** The problem that a refusal is answered with. */
  public static ProblemException problem(Refusal refusal) {
    ProblemException problem =
        ProblemException.of(status(refusal.reason()), code(refusal.reason()));
    for (var detail : refusal.details().entrySet()) {
      problem = problem.with(detail.getKey(), detail.getValue());
    }
    return problem;
  }

  /**
   * Lets pass where nothing is refused.
   *
   * @throws ProblemException what a refusal is answered with
   */
  public static void refuse(Optional<Refusal> refusal) {
    refusal.ifPresent(
        refused -> {
          throw problem(refused);
        });
  }

  /**
   * 422 where it can never be had so, 403 where this person may not, 409 where another moment or
   * another person decides.
   */
  private static int status(Refusal.Reason reason) {
    return switch (reason) {
      case NOT_BOOKABLE_BY_NIGHT,
          OUT_OF_SEASON,
          NOT_A_MARKET_DAY,
          HOLIDAY,
          CALENDAR_UNKNOWN,
          NO_WAITING_LIST,
          BEYOND_HORIZON,
          POLICY_UNKNOWN,
          TRADE_NOT_ALLOWED,
          STALL_UNKNOWN,
          WRONG_CODE ->
          422;
      case BARRED -> 403;
      default -> 409;
    };
  }

  private static String code(Refusal.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
