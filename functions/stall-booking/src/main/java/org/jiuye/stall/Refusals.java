package org.jiuye.stall;

import java.util.Locale;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.stall.model.Refusal;

/** How the model's refusals are answered over HTTP. */
final class Refusals {
  private Refusals() {}

  /** The problem that a refusal is answered with. */
  static ProblemException problem(Refusal refusal) {
    ProblemException problem =
        ProblemException.of(status(refusal.reason()), code(refusal.reason()));
    for (var detail : refusal.details().entrySet()) {
      problem = problem.with(detail.getKey(), detail.getValue());
    }
    return problem;
  }

  /** 422 for what can never be had so, 409 for what another moment or another person decides. */
  private static int status(Refusal.Reason reason) {
    return switch (reason) {
      case OUT_OF_SEASON,
          NOT_A_MARKET_DAY,
          HOLIDAY,
          CALENDAR_UNKNOWN,
          BEYOND_HORIZON,
          POLICY_UNKNOWN,
          TRADE_NOT_ALLOWED,
          STALL_UNKNOWN ->
          422;
      case SESSION_STARTED,
          STALL_TAKEN,
          SESSION_FULL,
          ONE_STALL_A_NIGHT,
          WEEKLY_LIMIT,
          NOT_CANCELLABLE ->
          409;
    };
  }

  private static String code(Refusal.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
