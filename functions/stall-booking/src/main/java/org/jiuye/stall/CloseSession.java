package org.jiuye.stall;

import static org.jiuye.stall.model.Refusal.Reason.SESSION_OPEN;
import static org.jiuye.stall.model.Refusal.Reason.SESSION_OVER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.stall.StallStore.Extras;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.Closure;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.SessionState;
import org.jiuye.stall.model.Transition;
import org.jiuye.stall.model.Transitions;

/**
 * {@code POST /sites/{siteId}/sessions/{date}/closure} and {@code /reopening}: rain, pollution or
 * an event. The closure is written first, then every booking ends without penalty and its holder is
 * told; who books at that very moment is found by the schedule. Closing again goes on where it
 * stopped.
 */
final class CloseSession {
  private final Sessions sessions;
  private final StallStore store;
  private final DueStore due;
  private final Allocator allocator;
  private final CountyTime time;

  CloseSession(
      Sessions sessions, StallStore store, DueStore due, Allocator allocator, CountyTime time) {
    this.sessions = sessions;
    this.store = store;
    this.due = due;
    this.allocator = allocator;
    this.time = time;
  }

  /**
   * What a closure did.
   *
   * @param cancelled bookings and offers ended by this call
   */
  record ClosureView(String siteId, LocalDate date, Closure.Reason reason, int cancelled) {}

  record OpenView(String siteId, LocalDate date) {}

  HttpResponse close(HttpRequest request, Caller caller) {
    Session session = authorised(request, caller);
    Closure.Reason reason =
        request.readBody(fields -> fields.choice("reason", Closure.Reason.class));
    Instant now = time.now();
    if (!now.isBefore(session.closesAt())) {
      throw Refusals.problem(Refusal.of(SESSION_OVER));
    }
    due.note(session);
    store.close(session, new Closure(reason, now, Agency.actor(caller)));
    Closure closure = store.closure(session).orElse(new Closure(reason, now, Agency.actor(caller)));
    int cancelled = lookAfter(session);
    return HttpResponse.ok(
        new ClosureView(session.site().siteId(), session.date(), closure.reason(), cancelled));
  }

  HttpResponse reopen(HttpRequest request, Caller caller) {
    request.requireEmptyBody();
    Session session = authorised(request, caller);
    if (!store.reopen(session)) {
      throw Refusals.problem(Refusal.of(SESSION_OPEN));
    }
    return HttpResponse.ok(new OpenView(session.site().siteId(), session.date()));
  }

  /**
   * Ends whatever still holds a stall of the session while it is closed, then lets the allocator do
   * what there is to do.
   *
   * @return how many bookings and offers it ended
   */
  int lookAfter(Session session) {
    int ended = 0;
    while (true) {
      List<Transition> ends = ends(store.session(session, true));
      if (ends.isEmpty()) {
        allocator.run(session);
        return ended;
      }
      for (Transition end : ends) {
        ended += end(end, session) ? 1 : 0;
      }
    }
  }

  private static List<Transition> ends(SessionState state) {
    return state.closure().stream()
        .flatMap(
            closure ->
                state.bookings().stream()
                    .map(booking -> Transitions.close(booking, closure))
                    .flatMap(Optional::stream))
        .toList();
  }

  /** Nothing is ended once the session is open again: the closure belongs to the transaction. */
  private boolean end(Transition end, Session session) {
    Instant now = time.now();
    Booking after = end.after();
    return store
        .apply(
            end,
            0,
            CountyTime.dateOf(now),
            List.of(StallEvents.siteCancelled(after, session, now)),
            new Extras(List.of(store.isClosed(session)), List.of()))
        .isWritten();
  }

  private Session authorised(HttpRequest request, Caller caller) {
    Session session = sessions.of(request);
    if (!caller.covers(session.site().division())) {
      throw ProblemException.of(403, "wrong-division");
    }
    return session;
  }
}
