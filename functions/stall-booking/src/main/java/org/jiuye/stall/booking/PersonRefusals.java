package org.jiuye.stall.booking;

import static org.jiuye.stall.booking.model.Refusal.Reason.BARRED;
import static org.jiuye.stall.booking.model.Refusal.Reason.ONE_STALL_A_NIGHT;
import static org.jiuye.stall.booking.model.Refusal.Reason.WAITING_THAT_NIGHT;
import static org.jiuye.stall.booking.model.Refusal.Reason.WEEKLY_LIMIT;

import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Part;
import org.jiuye.stall.session.PersonStore;
import org.jiuye.stall.session.model.Night;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tells from a refused transaction why the person may not have the night. */
public final class PersonRefusals {
  private PersonRefusals() {}

  /**
   * Lets pass what was not refused because of the person.
   *
   * @throws org.jiuye.shared.problem.ProblemException 403 {@code barred}, 409 {@code
   *     one-stall-a-night}, {@code waiting-that-night}, {@code weekly-limit}
   */
  public static void check(Outcome outcome, Night night, int limit) {
    checkStanding(outcome);
    if (outcome.isRefused(Part.WEEK)) {
      Map<String, AttributeValue> week = outcome.obstacle(Part.WEEK).orElse(Map.of());
      throw Refusals.problem(
          PersonStore.holdsNight(week, night)
              ? Refusal.of(ONE_STALL_A_NIGHT)
              : PersonStore.awaitsNight(week, night)
                  ? Refusal.of(WAITING_THAT_NIGHT)
                  : Refusal.of(WEEKLY_LIMIT, "limit", limit));
    }
  }

  /**
   * Lets an answer to an offer pass that was not refused because of the person. The night is the
   * person's own to take while the offer stands, so only the week's room can be lacking.
   *
   * @throws org.jiuye.shared.problem.ProblemException 403 {@code barred}, 409 {@code weekly-limit}
   */
  public static void checkOffered(Outcome outcome, int limit) {
    checkStanding(outcome);
    if (outcome.isRefused(Part.WEEK)) {
      throw Refusals.problem(Refusal.of(WEEKLY_LIMIT, "limit", limit));
    }
  }

  private static void checkStanding(Outcome outcome) {
    if (outcome.isRefused(Part.STANDING)) {
      String until =
          outcome
              .obstacle(Part.STANDING)
              .flatMap(standing -> Optional.ofNullable(standing.get("barredUntil")))
              .map(AttributeValue::s)
              .orElse("");
      throw Refusals.problem(Refusal.of(BARRED, "until", until));
    }
  }
}
