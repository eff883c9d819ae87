package org.jiuye.stall.night;

import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_OVER;

import java.time.Instant;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.ClosureStore;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.LookAfterSession;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.site.model.Session;

/**
 * Closes a session: rain, pollution or an event. The closure is written first, then every booking
 * ends without penalty and everybody is told; a booking made at that very moment is found by the
 * schedule. Closing again goes on where it stopped.
 */
final class CloseSession {
  private final ClosureStore closures;
  private final StallStore store;
  private final DueStore due;
  private final LookAfterSession lookAfter;
  private final CountyTime time;

  CloseSession(
      ClosureStore closures,
      StallStore store,
      DueStore due,
      LookAfterSession lookAfter,
      CountyTime time) {
    this.closures = closures;
    this.store = store;
    this.due = due;
    this.lookAfter = lookAfter;
    this.time = time;
  }

  /**
   * What a closure did.
   *
   * @param cancelled bookings and offers that the closure has ended so far
   */
  record Closed(Closure.Reason reason, int cancelled) {}

  /**
   * Closes a session. Where it was closed before, that closure stays.
   *
   * @throws org.jiuye.shared.problem.ProblemException 409 {@code session-over}
   */
  Closed close(Session session, Closure.Reason reason, Actor by, Attempt attempt) {
    Closure wished = new Closure(reason, time.now(), by);
    if (!wished.at().isBefore(session.closesAt())) {
      throw Refusals.problem(Refusal.of(SESSION_OVER));
    }
    due.note(session);
    closures.close(session, wished, attempt.record(wished.at().toString()));
    return closed(session, closures.find(session, true).orElse(wished));
  }

  /** What a closure of a certain moment did; what it has left is ended now. */
  Closed closedAt(Session session, Instant at) {
    return closed(session, closures.find(session, at).orElseThrow());
  }

  private Closed closed(Session session, Closure closure) {
    lookAfter.run(session);
    return new Closed(closure.reason(), store.endedBy(session, closure));
  }
}
