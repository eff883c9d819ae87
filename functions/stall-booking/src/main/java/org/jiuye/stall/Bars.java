package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.stall.model.Bar;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.SiteKind;
import org.jiuye.stall.model.SitePolicy;
import org.jiuye.stall.model.Standings;
import org.jiuye.stall.model.Strike;

/** Bars a person when strikes make it so; looked at again it does nothing more. */
final class Bars {
  private final StandingStore store;
  private final SiteCatalog catalog;

  Bars(StandingStore store, SiteCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** Who may have to be barred, and by which rules. */
  private record Concern(
      String personId, SiteKind kind, String division, String policyId, int policyVersion) {}

  /** Looks at what a night not come to amounts to. */
  void evaluate(Booking missed, Instant now) {
    evaluate(
        new Concern(
            missed.personId(),
            missed.kind(),
            missed.division(),
            missed.policyId(),
            missed.policyVersion()),
        now);
  }

  /** Looks at what has come together while an objection to a bar was open. */
  void evaluateAfter(Bar decided, Instant now) {
    evaluate(
        new Concern(
            decided.personId(),
            decided.kind(),
            decided.division(),
            decided.policyId(),
            decided.policyVersion()),
        now);
  }

  private void evaluate(Concern concern, Instant now) {
    Optional<SitePolicy.NoShowPolicy> policy =
        catalog.policy(concern.policyId(), concern.policyVersion()).flatMap(SitePolicy::noShow);
    while (policy.isPresent()) {
      Optional<Bar> last = store.bar(concern.personId(), concern.kind());
      Optional<List<Strike>> strikes =
          Standings.barring(store.strikes(concern.personId(), concern.kind()), policy.get());
      // A bar that is objected to stays on record until it is decided.
      boolean undecided = last.filter(bar -> bar.state() == Bar.State.HELD).isPresent();
      if (strikes.isEmpty()
          || undecided
          || impose(concern, policy.get(), last, strikes.get(), now)) {
        return;
      }
    }
  }

  /** False where something has changed since it was read. */
  private boolean impose(
      Concern concern,
      SitePolicy.NoShowPolicy policy,
      Optional<Bar> last,
      List<Strike> strikes,
      Instant now) {
    LocalDate today = CountyTime.dateOf(now);
    // What could still be objected to goes into the new bar, and the objection with it.
    List<String> open =
        last.filter(bar -> bar.isOpenToObjection(today)).map(Bar::strikes).orElse(List.of());
    Bar bar =
        new Bar(
            strikes.getLast().bookingId(),
            concern.personId(),
            concern.kind(),
            concern.division(),
            today,
            today.plusDays(policy.barDays()),
            Stream.concat(open.stream(), strikes.stream().map(Strike::bookingId)).toList(),
            concern.policyId(),
            concern.policyVersion(),
            Bar.State.IN_FORCE,
            Optional.empty(),
            Optional.empty(),
            last.map(before -> before.version() + 1).orElse(1L));
    return store.impose(last, bar, strikes, StallEvents.bar(bar, now));
  }
}
