package org.jiuye.stall.employer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.employer.model.RejectionReason;

/**
 * What is told of employers; the schemas are in the folder {@code events}. What employers write of
 * themselves and their work stays out: it is shown where it is kept.
 */
final class EmployerEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String VERIFIED = "org.jiuye.stall.employer-verified.v1";
  private static final String REJECTED = "org.jiuye.stall.employer-rejected.v1";

  private EmployerEvents() {}

  /**
   * An employer, for the person who registered it.
   *
   * @param recipientIds that person; the employer itself is none
   */
  record DecisionData(
      String creditCode,
      List<String> recipientIds,
      EmployerState state,
      Optional<RejectionReason> reason) {}

  /** What a caseworker found, for the person who registered the employer. */
  static Event decided(Employer after, Instant now) {
    return Event.of(
        SOURCE,
        after.isVerified() ? VERIFIED : REJECTED,
        after.creditCode(),
        CountyTime.inCounty(now),
        after.version(),
        new DecisionData(
            after.creditCode(), List.of(after.personId()), after.state(), after.reason()));
  }
}
