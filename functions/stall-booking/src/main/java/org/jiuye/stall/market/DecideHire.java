package org.jiuye.stall.market;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;

/** Keeps whether a reported hire is true, as the worker or a caseworker says. It is said once. */
final class DecideHire {
  private final OutcomeStore store;
  private final CountyTime time;

  DecideHire(OutcomeStore store, CountyTime time) {
    this.store = store;
    this.time = time;
  }

  /**
   * Decides about a hire.
   *
   * @throws ProblemException 409 {@code hire-decided}
   */
  Hire decide(Hire before, HireState decision, Actor by, Attempt attempt) {
    if (before.state() != HireState.REPORTED) {
      throw ProblemException.of(409, "hire-decided");
    }
    Hire after = before.decided(decision, time.now(), by);
    if (!store.decide(before, after, attempt.record(before.hireId()))) {
      throw ProblemException.of(409, "hire-decided");
    }
    return after;
  }
}
