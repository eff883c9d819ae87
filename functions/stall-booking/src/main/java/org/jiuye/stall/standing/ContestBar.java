package org.jiuye.stall.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.standing.model.Bar;
import org.jiuye.stall.standing.model.Strike;

/**
 * {@code POST /stall-bookings/standing/objection}: a person contests a bar, which is held until
 * {@code POST /stall-bookings/standing/decision}, where the county upholds or lifts it.
 */
final class ContestBar {
  private final StandingStore store;
  private final Bars bars;
  private final GetStanding getStanding;
  private final Idempotency idempotency;
  private final CountyTime time;

  ContestBar(
      StandingStore store,
      Bars bars,
      GetStanding getStanding,
      Idempotency idempotency,
      CountyTime time) {
    this.store = store;
    this.bars = bars;
    this.getStanding = getStanding;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record Objection(Bar.ObjectionReason reason, Optional<String> onBehalfOf) {}

  private record Decision(Bar.Outcome outcome, String personId) {}

  HttpResponse object(HttpRequest request, Caller caller) {
    Objection body =
        request.readBody(
            fields ->
                new Objection(
                    fields.choice("reason", Bar.ObjectionReason.class),
                    fields.optionalPersonId("onBehalfOf")));
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    Instant now = time.now();
    return once(
        request,
        caller,
        personId,
        "not-objectable",
        bar -> bar.object(body.reason(), now, caller.actor()),
        now);
  }

  HttpResponse decide(HttpRequest request, Caller caller) {
    Decision body =
        request.readBody(
            fields ->
                new Decision(
                    fields.choice("outcome", Bar.Outcome.class), fields.personId("personId")));
    Instant now = time.now();
    return once(
        request,
        caller,
        body.personId(),
        "not-decidable",
        bar -> bar.decide(body.outcome(), now, caller.actor()),
        now);
  }

  private interface Step {
    Optional<Bar> next(Bar bar);
  }

  private HttpResponse once(
      HttpRequest request, Caller caller, String personId, String refusal, Step step, Instant now) {
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> {
          Bar before =
              store
                  .bar(personId, SiteKind.NIGHT_MARKET)
                  .orElseThrow(() -> ProblemException.of(409, refusal));
          caller.requireReach(before.division());
          Bar after =
              step.next(before)
                  .orElseThrow(
                      () -> {
                        // Where whoever decided was cut off before looking at what follows.
                        bars.evaluateAfter(before, now);
                        return ProblemException.of(409, refusal);
                      });
          List<Strike> excused = after.state() == Bar.State.LIFTED ? used(after) : List.of();
          if (!store.change(
              before, after, excused, BarEvents.bar(after, now), attempt.record(personId))) {
            throw ProblemException.of(409, "changed-meanwhile").retryAfter(Duration.ofSeconds(1));
          }
          bars.evaluateAfter(after, now);
          return HttpResponse.ok(getStanding.view(personId, caller));
        },
        made -> HttpResponse.ok(getStanding.view(made, caller)));
  }

  private List<Strike> used(Bar bar) {
    return store.strikes(bar.personId(), bar.kind()).stream()
        .filter(strike -> bar.strikes().contains(strike.bookingId()))
        .filter(strike -> strike.state() == Strike.State.USED)
        .toList();
  }
}
