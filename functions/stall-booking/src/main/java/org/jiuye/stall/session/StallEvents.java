package org.jiuye.stall.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Change;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;

/** What this capability tells others; the schemas are in the folder {@code events}. */
public final class StallEvents {
  private static final String SOURCE = "/stall-booking";

  private StallEvents() {}

  /**
   * A booking, for the holder, the caseworkers, or both.
   *
   * @param personId the holder
   * @param recipientIds the persons who must hear of it: the holder, or nobody
   * @param offerUntil of an offer: until when it can, or could, be accepted
   * @param placeKept of a lapsed offer: whether the holder goes on waiting
   * @param reason why the county closed the session, or withdrew the stall
   */
  @BuiltByName
  record BookingData(
      String bookingId,
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      String stallNo,
      Optional<String> trade,
      String personId,
      List<String> recipientIds,
      String state,
      OffsetDateTime opensAt,
      Optional<OffsetDateTime> offerUntil,
      Optional<Boolean> placeKept,
      Optional<String> reason) {}

  @BuiltByName
  record SessionData(
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      OffsetDateTime opensAt,
      int booked,
      int stalls,
      List<String> recipientIds) {}

  /**
   * An entry of a waiting list, for the person who waits.
   *
   * @param reason why the county closed the session
   */
  @BuiltByName
  record WaitingData(
      String entryId,
      String siteId,
      Map<String, String> siteName,
      String division,
      LocalDate date,
      String personId,
      List<String> recipientIds,
      String reason) {}

  public static Event confirmed(Booking booking, Session session, Instant now) {
    return forOthers("org.jiuye.stall.booking-confirmed.v1", booking, session, now);
  }

  public static Event cancelled(Booking booking, Session session, Instant now) {
    return forOthers("org.jiuye.stall.booking-cancelled.v1", booking, session, now);
  }

  static Event offered(Booking booking, Session session, Instant now) {
    return forHolder("org.jiuye.stall.stall-offered.v1", booking, session, now);
  }

  /**
   * An offer that nobody answered.
   *
   * @param placeKept whether the person goes on waiting
   */
  static Event lapsed(Booking booking, Session session, boolean placeKept, Instant now) {
    return of(
        "org.jiuye.stall.offer-lapsed.v1",
        booking,
        session,
        List.of(booking.personId()),
        Optional.of(placeKept),
        now);
  }

  static Event siteCancelled(Booking booking, Session session, Instant now) {
    return forHolder("org.jiuye.stall.booking-site-cancelled.v1", booking, session, now);
  }

  public static Event withdrawn(Booking booking, Session session, Instant now) {
    return forHolder("org.jiuye.stall.booking-withdrawn.v1", booking, session, now);
  }

  /** An entry of a waiting list that ends because the county closes the session. */
  static Event waitingEnded(WaitingEntry entry, Session session, Closure closure, Instant now) {
    Site site = session.site();
    return Event.of(
        SOURCE,
        "org.jiuye.stall.waiting-site-closed.v1",
        entry.entryId(),
        CountyTime.inCounty(now),
        entry.version() + 1,
        StallEventsWaitingDataBuilder.builder()
            .entryId(entry.entryId())
            .siteId(site.siteId())
            .siteName(site.name())
            .division(site.division())
            .date(session.date())
            .personId(entry.personId())
            .recipientIds(List.of(entry.personId()))
            .reason(closure.reason().name())
            .build());
  }

  public static Event reminded(Booking booking, Session session, Instant now) {
    return forHolder("org.jiuye.stall.booking-reminder.v1", booking, session, now);
  }

  public static Event missed(Booking booking, Session session, Instant now) {
    return forHolder("org.jiuye.stall.booking-no-show.v1", booking, session, now);
  }

  public static Event codeLocked(Booking booking, Session session, Instant now) {
    return forOthers("org.jiuye.stall.check-in-locked.v1", booking, session, now);
  }

  public static Event announced(Session session, int booked, Instant now) {
    Site site = session.site();
    return Event.of(
        SOURCE,
        "org.jiuye.stall.session-announced.v1",
        site.siteId() + "/" + session.date(),
        CountyTime.inCounty(now),
        1,
        StallEventsSessionDataBuilder.builder()
            .siteId(site.siteId())
            .siteName(site.name())
            .division(site.division())
            .date(session.date())
            .opensAt(CountyTime.inCounty(session.opensAt()))
            .booked(booked)
            .stalls(site.stallNumbers().size())
            .recipientIds(List.of())
            .build());
  }

  private static Event forHolder(String type, Booking booking, Session session, Instant now) {
    return of(type, booking, session, List.of(booking.personId()), Optional.empty(), now);
  }

  private static Event forOthers(String type, Booking booking, Session session, Instant now) {
    return of(type, booking, session, List.of(), Optional.empty(), now);
  }

  private static Event of(
      String type,
      Booking booking,
      Session session,
      List<String> recipientIds,
      Optional<Boolean> placeKept,
      Instant now) {
    boolean isOffer =
        booking.state() == BookingState.OFFERED || booking.state() == BookingState.LAPSED;
    return Event.of(
        SOURCE,
        type,
        booking.bookingId(),
        CountyTime.inCounty(now),
        booking.version(),
        StallEventsBookingDataBuilder.builder()
            .bookingId(booking.bookingId())
            .siteId(booking.siteId())
            .siteName(session.site().name())
            .division(booking.division())
            .date(booking.date())
            .stallNo(booking.stallNo())
            .trade(booking.trade())
            .personId(booking.personId())
            .recipientIds(recipientIds)
            .state(booking.state().name())
            .opensAt(CountyTime.inCounty(session.opensAt()))
            .offerUntil(
                booking
                    .offer()
                    .filter(_ -> isOffer)
                    .map(offer -> CountyTime.inCounty(offer.until())))
            .placeKept(placeKept)
            .reason(booking.change().flatMap(Change::reason))
            .build());
  }
}
