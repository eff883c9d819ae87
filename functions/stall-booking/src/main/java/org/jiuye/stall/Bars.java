package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.stall.model.Bar;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.SitePolicy;
import org.jiuye.stall.model.Standings;
import org.jiuye.stall.model.Strike;

/** Bars a person when strikes make it so; looked at again it does nothing more. */
final class Bars {
  private final StandingStore store;

  Bars(StandingStore store) {
    this.store = store;
  }

  /** Looks at what a night not come to amounts to. */
  void evaluate(Booking missed, Session session, Instant now) {
    Optional<SitePolicy.NoShowPolicy> policy =
        session.site().policyOf(missed).flatMap(SitePolicy::noShow);
    if (policy.isEmpty()) {
      return;
    }
    LocalDate today = CountyTime.dateOf(now);
    Optional<Bar> last = store.bar(missed.personId(), missed.kind());
    Standings.barring(store.strikes(missed.personId(), missed.kind()), policy.get(), today)
        .ifPresent(strikes -> impose(missed, policy.get(), last, strikes, now));
  }

  private void impose(
      Booking missed,
      SitePolicy.NoShowPolicy policy,
      Optional<Bar> last,
      List<Strike> strikes,
      Instant now) {
    LocalDate today = CountyTime.dateOf(now);
    Bar bar =
        new Bar(
            strikes.getLast().bookingId(),
            missed.personId(),
            missed.kind(),
            missed.division(),
            today,
            today.plusDays(policy.barDays()),
            strikes.stream().map(Strike::bookingId).toList(),
            missed.policyId(),
            missed.policyVersion(),
            Bar.State.IN_FORCE,
            Optional.empty(),
            Optional.empty(),
            last.map(before -> before.version() + 1).orElse(1L));
    // Refused when another run has done it: it found the same strikes.
    store.impose(last, bar, strikes, StallEvents.bar(bar, now));
  }
}
