package org.jiuye.stall.booking;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;
import static org.jiuye.shared.identity.Role.WARDEN;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.stall.session.SessionRoom;

/** Booking, looking and giving back, wired. */
public final class BookingRoom {
  private static final Role[] EMPLOYERS_AND_AGENTS = {EMPLOYER, CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SessionRoom session;
  private final BookingViews views;
  private final BookingAnswers answers;
  private final GetBooking getBooking;
  private final TakeStall takeStall;
  private final CountyTime time;

  public BookingRoom(SessionRoom session, CountyTime time) {
    this.session = session;
    this.views = new BookingViews(session.catalog());
    this.answers = new BookingAnswers(session.stalls(), views);
    this.getBooking = new GetBooking(session.stalls(), answers);
    this.takeStall = new TakeStall(session.stalls(), session.closures());
    this.time = time;
  }

  public BookingAnswers answers() {
    return answers;
  }

  public GetBooking getBooking() {
    return getBooking;
  }

  public TakeStall takeStall() {
    return takeStall;
  }

  /** What {@code POST /stall-bookings} leads to where stalls are booked by the night. */
  public Routes.CallerHandler bookStall(Idempotency idempotency) {
    BookStall bookStall = new BookStall(takeStall, time);
    return new PostBooking(session.catalog(), bookStall, idempotency, answers)::handle;
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes, Idempotency idempotency) {
    CancelBooking cancelBooking =
        new CancelBooking(
            session.sessions(), session.stalls(), session.due(), session.allocator(), time);
    routes
        .open(
            "GET /sites/{siteId}/sessions/{date}",
            new GetSession(session.sessions(), session.stalls(), time)::handle)
        .guarded(
            "GET /stall-bookings",
            new ListBookings(session.persons(), views)::handle,
            CITIZEN,
            EMPLOYERS_AND_AGENTS)
        .guarded(
            "GET /stall-bookings/{bookingId}",
            getBooking::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            WARDEN,
            ADMIN)
        .guarded(
            "POST /stall-bookings/{bookingId}/cancellation",
            new PostCancellation(getBooking, cancelBooking, idempotency, answers)::handle,
            CITIZEN,
            EMPLOYERS_AND_AGENTS);
  }
}
