package org.jiuye.stall.night;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.WARDEN;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.stall.booking.BookingRoom;
import org.jiuye.stall.session.SessionRoom;
import org.jiuye.stall.standing.StandingRoom;

/** The night itself, wired: check-in, roster, closures, and what schedules do for nights. */
public final class NightRoom {
  private final SessionRoom session;
  private final BookingRoom booking;
  private final StandingRoom standing;
  private final CountyTime time;

  public NightRoom(
      SessionRoom session, BookingRoom booking, StandingRoom standing, CountyTime time) {
    this.session = session;
    this.booking = booking;
    this.standing = standing;
    this.time = time;
  }

  /** Announces the sessions of the coming days. */
  public ScheduleFunction.Task announce() {
    return new AnnounceSessions(session.catalog(), session.stalls(), session.due(), time);
  }

  /** Reminds those who hold a stall. */
  public ScheduleFunction.Task remind() {
    return new RemindHolders(session.catalog(), session.stalls(), time);
  }

  /** Ends the nights that are over. */
  public ScheduleFunction.Task settle() {
    return new SettleSessions(
        session.catalog(),
        session.stalls(),
        standing.store(),
        session.due(),
        session.lookAfter(),
        standing.bars(),
        time);
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes, Idempotency idempotency) {
    PostCheckIn checkIn =
        new PostCheckIn(
            booking.getBooking(),
            new CheckIn(session.sessions(), session.stalls(), time),
            idempotency,
            booking.answers());
    CloseSession closeSession =
        new CloseSession(
            session.closures(), session.stalls(), session.due(), session.lookAfter(), time);
    ReopenSession reopenSession = new ReopenSession(session.closures(), time);
    String ofSession = " /sites/{siteId}/sessions/{date}/";
    routes
        .guarded("POST /stall-bookings/{bookingId}/check-in", checkIn::handle, WARDEN)
        .guarded(
            "GET" + ofSession + "roster",
            new GetRoster(session.sessions(), session.stalls(), session.catalog())::handle,
            WARDEN,
            CASEWORKER,
            ADMIN)
        .guarded(
            "POST" + ofSession + "closure",
            new PostClosure(session.sessions(), closeSession, idempotency)::handle,
            WARDEN,
            CASEWORKER,
            ADMIN)
        .guarded(
            "POST" + ofSession + "reopening",
            new PostReopening(session.sessions(), reopenSession, idempotency)::handle,
            WARDEN,
            CASEWORKER,
            ADMIN);
  }
}
