package org.jiuye.stall.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;
import org.jiuye.stall.site.model.Site;

/**
 * What is told of hires; the schemas are in the folder {@code events}. What employers write of
 * themselves and their work stays out: it is shown where it is kept.
 */
final class HireEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String HIRED = "org.jiuye.stall.hire-reported.v1";

  private HireEvents() {}

  /**
   * A hire, for the worker.
   *
   * @param personId the worker
   * @param recipientIds the worker
   */
  @BuiltByName
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
                    HireEventsHireDataBuilder.builder()
                        .hireId(hire.hireId())
                        .bookingId(hire.bookingId())
                        .siteId(site.siteId())
                        .siteName(site.name())
                        .division(hire.division())
                        .date(hire.date())
                        .vacancyNo(hire.vacancyNo())
                        .personId(worker)
                        .recipientIds(List.of(worker))
                        .state(hire.state())
                        .build()));
  }
}
