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
            session.stalls(), session.waiting(), session.due(), session.allocator(), time);
    PostWaiting post = new PostWaiting(session.sessions(), join, views, idempotency);
    LeaveWaitingList leave =
        new LeaveWaitingList(session.stalls(), session.waiting(), session.allocator());
    WaitingEntryDoor entry = new WaitingEntryDoor(session.catalog(), leave, views);
    PostOfferAnswer offer =
        new PostOfferAnswer(
            booking.getBooking(),
            session.sessions(),
            new AnswerOffer(session.stalls(), session.allocator(), time),
            idempotency,
            booking.answers());
    String waitingList = " /sites/{siteId}/sessions/{date}/waiting-list";
    routes
        .guarded("POST" + waitingList, post::handle, CITIZEN, AGENTS)
        .guarded("GET" + waitingList, entry::get, CITIZEN, AGENTS)
        .guarded("DELETE" + waitingList, entry::delete, CITIZEN, AGENTS)
        .guarded("POST /stall-offers/{offerId}/acceptance", offer::accept, CITIZEN, AGENTS)
        .guarded("POST /stall-offers/{offerId}/refusal", offer::refuse, CITIZEN, AGENTS);
  }
}
