package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.stall.model.Bar;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.Change;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;

/** What this capability tells others; the schemas are {@code infra/api/events/}. */
final class StallEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String TYPES = "org.jiuye.stall.";

  private StallEvents() {}

  /** A booking, for whoever needs to know: the holder, the caseworkers, or both. */
  record BookingData(
      String bookingId,
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      String stallNo,
      Optional<String> trade,
      String personId,
      String state,
      Optional<OffsetDateTime> opensAt,
      Optional<OffsetDateTime> offerUntil,
      Optional<String> reason) {}

  record SessionData(
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      OffsetDateTime opensAt,
      int booked,
      int stalls) {}

  record BarData(
      String barId,
      String personId,
      String kind,
      String division,
      LocalDate from,
      LocalDate until,
      String state,
      Optional<String> reason) {}

  static Event confirmed(Booking booking, Session session, Instant now) {
    return of("booking-confirmed.v1", booking, session, now);
  }

  static Event cancelled(Booking booking, Session session, Instant now) {
    return of("booking-cancelled.v1", booking, session, now);
  }

  static Event offered(Booking booking, Session session, Instant now) {
    return of("stall-offered.v1", booking, session, now);
  }

  static Event lapsed(Booking booking, Session session, Instant now) {
    return of("offer-lapsed.v1", booking, session, now);
  }

  static Event siteCancelled(Booking booking, Session session, Instant now) {
    return of("booking-site-cancelled.v1", booking, session, now);
  }

  static Event reminded(Booking booking, Session session, Instant now) {
    return of("booking-reminder.v1", booking, session, now);
  }

  static Event missed(Booking booking, Session session, Instant now) {
    return of("booking-no-show.v1", booking, session, now);
  }

  static Event codeLocked(Booking booking, Session session, Instant now) {
    return of("check-in-locked.v1", booking, session, now);
  }

  static Event announced(Session session, int booked, Instant now) {
    Site site = session.site();
    return Event.of(
        SOURCE,
        TYPES + "session-announced.v1",
        site.siteId() + "/" + session.date(),
        CountyTime.inCounty(now),
        1,
        new SessionData(
            site.siteId(),
            site.name(),
            site.division(),
            session.date(),
            CountyTime.inCounty(session.opensAt()),
            booked,
            site.stallNumbers().size()));
  }

  static Event bar(Bar bar, Instant now) {
    String type =
        switch (bar.state()) {
          case IN_FORCE -> "bar-imposed.v1";
          case HELD -> "bar-objected.v1";
          case UPHELD -> "bar-upheld.v1";
          case LIFTED -> "bar-lifted.v1";
        };
    return Event.of(
        SOURCE,
        TYPES + type,
        bar.barId(),
        CountyTime.inCounty(now),
        bar.version(),
        new BarData(
            bar.barId(),
            bar.personId(),
            bar.kind().name(),
            bar.division(),
            bar.from(),
            bar.until(),
            bar.state().name(),
            bar.objection().map(objection -> objection.reason().name())));
  }

  private static Event of(String type, Booking booking, Session session, Instant now) {
    return Event.of(
        SOURCE,
        TYPES + type,
        booking.bookingId(),
        CountyTime.inCounty(now),
        booking.version(),
        new BookingData(
            booking.bookingId(),
            booking.siteId(),
            session.site().name(),
            booking.division(),
            booking.date(),
            booking.stallNo(),
            booking.trade(),
            booking.personId(),
            booking.state().name(),
            Optional.of(CountyTime.inCounty(session.opensAt())),
            booking.offer().map(offer -> CountyTime.inCounty(offer.until())),
            booking.change().flatMap(Change::reason)));
  }
}
