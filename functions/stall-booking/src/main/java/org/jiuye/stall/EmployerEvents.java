package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * What the job market tells others of employers and hires; the schemas are in the folder {@code
 * events}. What employers write of themselves and their work stays out: it is shown where it is
 * kept.
 */
final class EmployerEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String VERIFIED = "org.jiuye.stall.employer-verified.v1";
  private static final String REJECTED = "org.jiuye.stall.employer-rejected.v1";
  private static final String HIRED = "org.jiuye.stall.hire-reported.v1";

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

  /**
   * A hire, for the worker.
   *
   * @param personId the worker
   * @param recipientIds the worker
   */
  record HireData(
      String hireId,
      String bookingId,
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      int vacancyNo,
      String personId,
      List<String> recipientIds,
      HireState state) {}

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
                        List.of(worker),
                        hire.state())));
  }
}
