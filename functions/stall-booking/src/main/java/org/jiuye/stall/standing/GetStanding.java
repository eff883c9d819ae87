package org.jiuye.stall.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.standing.model.Bar;
import org.jiuye.stall.standing.model.Strike;

/**
 * {@code GET /stall-bookings/standing}: the nights not come to, and the bar, of a person. Staff see
 * what happened in their own county, whomever they ask for.
 */
final class GetStanding {
  private final StandingStore store;
  private final SiteCatalog catalog;

  GetStanding(StandingStore store, SiteCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /**
   * A person's standing.
   *
   * @param barredUntil the first day on which the person may book again, while barred
   */
  record StandingView(
      String personId,
      SiteKind kind,
      List<Strike> strikes,
      Optional<LocalDate> barredUntil,
      Optional<BarView> bar) {}

  @BuiltByName
  record BarView(
      String barId,
      Bar.State state,
      LocalDate from,
      LocalDate until,
      List<String> strikes,
      Optional<Bar.ObjectionReason> objection,
      Optional<Bar.Outcome> decision,
      LocalDate objectionUntil,
      long version) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Optional<String> onBehalfOf =
        request.readParameters(parameters -> parameters.queryPersonId("onBehalfOf"));
    return HttpResponse.ok(view(Acting.of(caller, onBehalfOf).personId(), caller));
  }

  /** A person's standing as far as a caller may see it. */
  StandingView view(String personId, Caller caller) {
    SiteKind kind = SiteKind.NIGHT_MARKET;
    Optional<Bar> bar = store.bar(personId, kind).filter(last -> caller.reaches(last.division()));
    List<Strike> strikes =
        store.strikes(personId, kind).stream().filter(strike -> maySee(caller, strike)).toList();
    return new StandingView(
        personId, kind, strikes, bar.flatMap(Bar::barredUntil), bar.map(GetStanding::view));
  }

  private boolean maySee(Caller caller, Strike strike) {
    return catalog
        .find(strike.siteId())
        .map(site -> caller.reaches(site.division()))
        .orElseGet(() -> !caller.actsForOthers());
  }

  private static BarView view(Bar bar) {
    return GetStandingBarViewBuilder.builder()
        .barId(bar.barId())
        .state(bar.state())
        .from(bar.from())
        .until(bar.until())
        .strikes(bar.strikes())
        .objection(bar.objection().map(Bar.Objection::reason))
        .decision(bar.decision().map(Bar.Decision::outcome))
        .objectionUntil(bar.objectionUntil())
        .version(bar.version())
        .build();
  }
}
