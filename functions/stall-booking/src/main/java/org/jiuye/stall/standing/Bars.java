package org.jiuye.stall.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.site.model.SitePolicy;
import org.jiuye.stall.standing.model.Bar;
import org.jiuye.stall.standing.model.BarBuilder;
import org.jiuye.stall.standing.model.Standings;
import org.jiuye.stall.standing.model.Strike;

/** Bars a person when strikes make it so; looked at again it does nothing more. */
public final class Bars {
  private final StandingStore store;
  private final SiteCatalog catalog;

  Bars(StandingStore store, SiteCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** The person who may have to be barred, and the rules for it. */
  public record Concern(
      String personId, SiteKind kind, String division, String policyId, int policyVersion) {}

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

  /** Looks at what the nights not come to amount to. */
  public void evaluate(Concern concern, Instant now) {
    catalog
        .policy(concern.policyId(), concern.policyVersion())
        .flatMap(SitePolicy::noShow)
        .ifPresent(
            policy ->
                LookAgain.untilDone(
                    () -> seen(concern), seen -> evaluate(concern, policy, seen, now)));
  }

  /** What is on record of a person: the last bar and all strikes. */
  private record Seen(Optional<Bar> last, List<Strike> strikes) {}

  private Seen seen(Concern concern) {
    return new Seen(
        store.bar(concern.personId(), concern.kind()),
        store.strikes(concern.personId(), concern.kind()));
  }

  /** False where something has changed since it was read. */
  private boolean evaluate(
      Concern concern, SitePolicy.NoShowPolicy policy, Seen seen, Instant now) {
    Optional<List<Strike>> strikes = Standings.barring(seen.strikes(), policy);
    // A bar that is objected to stays on record until it is decided.
    boolean undecided = seen.last().filter(bar -> bar.state() == Bar.State.HELD).isPresent();
    return strikes.isEmpty()
        || undecided
        || impose(concern, policy, seen.last(), strikes.get(), now);
  }

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
        BarBuilder.builder()
            .barId(strikes.getLast().bookingId())
            .personId(concern.personId())
            .kind(concern.kind())
            .division(concern.division())
            .from(today)
            .until(today.plusDays(policy.barDays()))
            .strikes(Stream.concat(open.stream(), strikes.stream().map(Strike::bookingId)).toList())
            .policyId(concern.policyId())
            .policyVersion(concern.policyVersion())
            .state(Bar.State.IN_FORCE)
            .objection(Optional.empty())
            .decision(Optional.empty())
            .version(last.map(before -> before.version() + 1).orElse(1L))
            .build();
    return store.impose(last, bar, strikes, BarEvents.bar(bar, now));
  }
}
