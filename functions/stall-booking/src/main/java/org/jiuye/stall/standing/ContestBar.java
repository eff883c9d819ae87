package org.jiuye.stall.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.standing.model.Bar;
import org.jiuye.stall.standing.model.Strike;

/**
 * A person contests a bar, which is held until the county upholds or lifts it. Staff act on the
 * bars of their own county.
 */
final class ContestBar {
  private final StandingStore store;
  private final Bars bars;
  private final CountyTime time;

  ContestBar(StandingStore store, Bars bars, CountyTime time) {
    this.store = store;
    this.bars = bars;
    this.time = time;
  }

  /**
   * Objects to a person's bar.
   *
   * @throws ProblemException 409 {@code not-objectable}, {@code changed-meanwhile}; 403 {@code
   *     wrong-division}
   */
  void object(String personId, Bar.ObjectionReason reason, Caller caller, Attempt attempt) {
    Instant now = time.now();
    change(
        personId,
        "not-objectable",
        bar -> bar.object(reason, now, caller.actor()),
        caller,
        attempt,
        now);
  }

  /**
   * Decides about an objection.
   *
   * @throws ProblemException 409 {@code not-decidable}, {@code changed-meanwhile}; 403 {@code
   *     wrong-division}
   */
  void decide(String personId, Bar.Outcome outcome, Caller caller, Attempt attempt) {
    Instant now = time.now();
    change(
        personId,
        "not-decidable",
        bar -> bar.decide(outcome, now, caller.actor()),
        caller,
        attempt,
        now);
  }

  private interface Step {
    Optional<Bar> next(Bar bar);
  }

  private void change(
      String personId, String refusal, Step step, Caller caller, Attempt attempt, Instant now) {
    Bar before =
        store
            .bar(personId, SiteKind.NIGHT_MARKET)
            .orElseThrow(() -> ProblemException.of(409, refusal));
    caller.requireReach(before.division());
    Bar after =
        step.next(before)
            .orElseThrow(
                () -> {
                  // The earlier decision may have been cut off before it looked at what follows.
                  bars.evaluateAfter(before, now);
                  return ProblemException.of(409, refusal);
                });
    List<Strike> excused = after.state() == Bar.State.LIFTED ? used(after) : List.of();
    if (!store.change(
        before, after, excused, BarEvents.bar(after, now), attempt.record(personId))) {
      throw ProblemException.of(409, "changed-meanwhile").retryAfter(Duration.ofSeconds(1));
    }
    bars.evaluateAfter(after, now);
  }

  private List<Strike> used(Bar bar) {
    return store.strikes(bar.personId(), bar.kind()).stream()
        .filter(strike -> bar.strikes().contains(strike.bookingId()))
        .filter(strike -> strike.state() == Strike.State.USED)
        .toList();
  }
}
