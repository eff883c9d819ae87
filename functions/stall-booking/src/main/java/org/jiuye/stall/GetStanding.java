package org.jiuye.stall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.stall.model.Bar;
import org.jiuye.stall.model.SiteKind;
import org.jiuye.stall.model.Strike;

/** {@code GET /stall-bookings/standing}: the nights not come to, and the bar, of a person. */
final class GetStanding {
  private final StandingStore store;

  GetStanding(StandingStore store) {
    this.store = store;
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
    return HttpResponse.ok(view(Agency.principal(caller, onBehalfOf)));
  }

  StandingView view(String personId) {
    SiteKind kind = SiteKind.NIGHT_MARKET;
    Optional<Bar> bar = store.bar(personId, kind);
    return new StandingView(
        personId,
        kind,
        store.strikes(personId, kind),
        bar.flatMap(Bar::barredUntil),
        bar.map(GetStanding::view));
  }

  private static BarView view(Bar bar) {
    return new BarView(
        bar.barId(),
        bar.state(),
        bar.from(),
        bar.until(),
        bar.strikes(),
        bar.objection().map(Bar.Objection::reason),
        bar.decision().map(Bar.Decision::outcome),
        bar.objectionUntil(),
        bar.version());
  }
}
