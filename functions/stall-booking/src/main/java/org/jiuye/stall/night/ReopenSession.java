package org.jiuye.stall.night;

import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_OPEN;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.ClosureStore;
import org.jiuye.stall.session.model.PastClosure;
import org.jiuye.stall.site.model.Session;

/** The rain is over. What the closure has ended stays ended, and the closure stays on record. */
final class ReopenSession {
  private final ClosureStore closures;
  private final CountyTime time;

  ReopenSession(ClosureStore closures, CountyTime time) {
    this.closures = closures;
    this.time = time;
  }

  /**
   * Opens a session again.
   *
   * @throws org.jiuye.shared.problem.ProblemException 409 {@code session-open}
   */
  void reopen(Session session, Actor by, Attempt attempt) {
    PastClosure past =
        new PastClosure(
            closures
                .find(session, true)
                .orElseThrow(() -> Refusals.problem(Refusal.of(SESSION_OPEN))),
            time.now(),
            by);
    if (!closures.reopen(session, past, attempt.record(past.closure().at().toString()))) {
      throw Refusals.problem(Refusal.of(SESSION_OPEN));
    }
  }
}
