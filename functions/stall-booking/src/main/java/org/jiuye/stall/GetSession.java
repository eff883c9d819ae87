package org.jiuye.stall;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingRules;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.Session;

/** {@code GET /sites/{siteId}/sessions/{date}}: which stalls of a night are free. One Query. */
final class GetSession {
  private final SiteCatalog catalog;
  private final StallStore store;
  private final CountyTime time;

  GetSession(SiteCatalog catalog, StallStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /**
   * A session as it is answered.
   *
   * @param reason why nothing can be booked, when {@code bookable} is false
   */
  record SessionView(
      String siteId,
      LocalDate date,
      OffsetDateTime opensAt,
      OffsetDateTime closesAt,
      boolean bookable,
      Optional<Refusal.Reason> reason,
      int free,
      List<StallView> stalls) {}

  record StallView(String stallNo, StallState state) {}

  enum StallState {
    FREE,
    TAKEN
  }

  private record Wanted(String siteId, LocalDate date) {}

  HttpResponse handle(HttpRequest request) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(
                    parameters.path("siteId", GetSite.SITE_ID), parameters.pathDate("date")));
    Session session = new Session(catalog.get(wanted.siteId()), wanted.date());
    Set<String> taken =
        store.holders(wanted.siteId(), wanted.date(), false).stream()
            .map(Booking::stallNo)
            .collect(Collectors.toSet());
    List<StallView> stalls =
        session.site().stallNumbers().stream()
            .map(
                stallNo ->
                    new StallView(
                        stallNo, taken.contains(stallNo) ? StallState.TAKEN : StallState.FREE))
            .toList();
    Optional<Refusal> refusal =
        BookingRules.refusal(session, catalog.calendarFor(session.site()), time.now());
    return HttpResponse.ok(
        new SessionView(
            wanted.siteId(),
            wanted.date(),
            CountyTime.inCounty(session.opensAt()),
            CountyTime.inCounty(session.closesAt()),
            refusal.isEmpty(),
            refusal.map(Refusal::reason),
            (int) stalls.stream().filter(stall -> stall.state() == StallState.FREE).count(),
            stalls));
  }
}
