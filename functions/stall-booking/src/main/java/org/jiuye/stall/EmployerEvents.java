package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.stall.model.Employer;
import org.jiuye.stall.model.EmployerState;
import org.jiuye.stall.model.Hire;
import org.jiuye.stall.model.HireState;
import org.jiuye.stall.model.RejectionReason;
import org.jiuye.stall.model.Site;

/**
 * What the job market tells others of employers and hires; the schemas are {@code
 * infra/api/events/}. The {@code recipientId} is who hears of it in person. What employers write of
 * themselves and their work stays out: it is shown where it is kept.
 */
final class EmployerEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String VERIFIED = "org.jiuye.stall.employer-verified.v1";
  private static final String REJECTED = "org.jiuye.stall.employer-rejected.v1";
  private static final String HIRED = "org.jiuye.stall.hire-reported.v1";

  private EmployerEvents() {}

  record DecisionData(
      String creditCode,
      String recipientId,
      EmployerState state,
      Optional<RejectionReason> reason) {}

  record HireData(
      String hireId,
      String bookingId,
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      int vacancyNo,
      String recipientId,
      HireState state) {}

  /** What a caseworker found, for who registered the employer. */
  static Event decided(Employer after, Instant now) {
    return Event.of(
        SOURCE,
        after.isVerified() ? VERIFIED : REJECTED,
        after.creditCode(),
        CountyTime.inCounty(now),
        after.version(),
        new DecisionData(after.creditCode(), after.personId(), after.state(), after.reason()));
  }

  /** A hire, for the worker; empty where the employer does not say who it is. */
  static Optional<Event> reported(Hire hire, Site site) {
    return hire.personId()
        .map(
            worker ->
                Event.of(
                    SOURCE,
                    HIRED,
                    hire.hireId(),
                    CountyTime.inCounty(hire.reportedAt()),
                    hire.version(),
                    new HireData(
                        hire.hireId(),
                        hire.bookingId(),
                        site.siteId(),
                        site.name(),
                        hire.division(),
                        hire.date(),
                        hire.vacancyNo(),
                        worker,
                        hire.state())));
  }
}
