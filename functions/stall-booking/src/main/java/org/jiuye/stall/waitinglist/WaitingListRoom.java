package org.jiuye.stall.waitinglist;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.stall.booking.BookingRoom;
import org.jiuye.stall.session.SessionRoom;

/** The waiting lists, wired. */
public final class WaitingListRoom {
  private static final Role[] AGENTS = {CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SessionRoom session;
  private final BookingRoom booking;
  private final CountyTime time;

  public WaitingListRoom(SessionRoom session, BookingRoom booking, CountyTime time) {
    this.session = session;
    this.booking = booking;
    this.time = time;
  }

  /** The schedule's task. */
  public ScheduleFunction.Task sweep() {
    return new SweepWaitingLists(session.catalog(), session.due(), session.lookAfter(), time);
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes, Idempotency idempotency) {
    WaitingEntryViews views = new WaitingEntryViews(session.stalls());
    JoinWaitingList join =
        new JoinWaitingList(
            session.sessions(),
            session.stalls(),
            session.waiting(),
            session.due(),
            session.allocator(),
            views,
            idempotency,
            time);
    LeaveWaitingList place =
        new LeaveWaitingList(
            session.catalog(), session.stalls(), session.waiting(), views, session.allocator());
    AnswerOffer answerOffer =
        new AnswerOffer(
            booking.getBooking(),
            session.sessions(),
            session.stalls(),
            session.allocator(),
            idempotency,
            booking.answers(),
            time);
    String waitingList = " /sites/{siteId}/sessions/{date}/waiting-list";
    routes
        .guarded("POST" + waitingList, join::handle, CITIZEN, AGENTS)
        .guarded("GET" + waitingList, place::get, CITIZEN, AGENTS)
        .guarded("DELETE" + waitingList, place::leave, CITIZEN, AGENTS)
        .guarded("POST /stall-offers/{offerId}/acceptance", answerOffer::accept, CITIZEN, AGENTS)
        .guarded("POST /stall-offers/{offerId}/refusal", answerOffer::refuse, CITIZEN, AGENTS);
  }
}
