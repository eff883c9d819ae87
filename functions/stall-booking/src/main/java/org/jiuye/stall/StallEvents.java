package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;

/** What this capability tells others; the schemas are {@code infra/api/events/}. */
final class StallEvents {
  private static final String SOURCE = "/stall-booking";
  private static final String BOOKING_CONFIRMED = "org.jiuye.stall.booking-confirmed.v1";
  private static final String BOOKING_CANCELLED = "org.jiuye.stall.booking-cancelled.v1";
  private static final String SESSION_ANNOUNCED = "org.jiuye.stall.session-announced.v1";

  private StallEvents() {}

  record BookingData(
      String bookingId,
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      String stallNo,
      Optional<String> trade,
      String personId,
      String state) {}

  record SessionData(
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      OffsetDateTime opensAt,
      int booked,
      int stalls) {}

  static Event confirmed(Booking booking, Site site, Instant now) {
    return of(BOOKING_CONFIRMED, booking, site, now);
  }

  static Event cancelled(Booking booking, Site site, Instant now) {
    return of(BOOKING_CANCELLED, booking, site, now);
  }

  static Event announced(Session session, int booked, Instant now) {
    Site site = session.site();
    return Event.of(
        SOURCE,
        SESSION_ANNOUNCED,
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

  private static Event of(String type, Booking booking, Site site, Instant now) {
    return Event.of(
        SOURCE,
        type,
        booking.bookingId(),
        CountyTime.inCounty(now),
        booking.version(),
        new BookingData(
            booking.bookingId(),
            booking.siteId(),
            site.name(),
            booking.division(),
            booking.date(),
            booking.stallNo(),
            booking.trade(),
            booking.personId(),
            booking.state().name()));
  }
}
