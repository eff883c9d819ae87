package org.jiuye.stall.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.model.Session;

/**
 * Brings a session to rest: what a closure has to end is ended, and stalls go to those who wait.
 * Run again after it was cut off, it goes on where it stopped.
 */
public final class LookAfterSession {
  private final StallStore store;
  private final Allocator allocator;
  private final CountyTime time;

  LookAfterSession(StallStore store, Allocator allocator, CountyTime time) {
    this.store = store;
    this.allocator = allocator;
    this.time = time;
  }

  /**
   * Ends whatever still holds a stall of the session while it is closed, then lets the allocator do
   * what there is to do.
   */
  public void run(Session session) {
    LookAgain.untilDone(
        () -> store.session(session, true),
        state -> {
          List<Transition> ends = ends(state);
          ends.forEach(end -> end(end, session));
          return ends.isEmpty();
        });
    allocator.run(session);
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
  private void end(Transition end, Session session) {
    Instant now = time.now();
    Booking after = end.after();
    store.apply(
        end,
        0,
        CountyTime.dateOf(now),
        List.of(StallEvents.siteCancelled(after, session, now)),
        more -> more.and(ClosureStore.isClosed(session)));
  }
}
