package org.jiuye.stall.standing;

import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.standing.model.Bar;

/**
 * {@code POST /stall-bookings/standing/objection} and {@code POST
 * /stall-bookings/standing/decision}.
 */
final class PostObjection {
  private final ContestBar contestBar;
  private final GetStanding getStanding;
  private final Idempotency idempotency;

  PostObjection(ContestBar contestBar, GetStanding getStanding, Idempotency idempotency) {
    this.contestBar = contestBar;
    this.getStanding = getStanding;
    this.idempotency = idempotency;
  }

  private record Objection(Bar.ObjectionReason reason, Optional<String> onBehalfOf) {}

  private record Decision(Bar.Outcome outcome, String personId) {}

  private interface Step {
    void take(String personId, Attempt attempt);
  }

  HttpResponse object(HttpRequest request, Caller caller) {
    Objection body =
        request.readBody(
            fields ->
                new Objection(
                    fields.choice("reason", Bar.ObjectionReason.class),
                    fields.optionalPersonId("onBehalfOf")));
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    return once(
        request,
        caller,
        personId,
        (barred, attempt) -> contestBar.object(barred, body.reason(), caller, attempt));
  }

  HttpResponse decide(HttpRequest request, Caller caller) {
    Decision body =
        request.readBody(
            fields ->
                new Decision(
                    fields.choice("outcome", Bar.Outcome.class), fields.personId("personId")));
    return once(
        request,
        caller,
        body.personId(),
        (barred, attempt) -> contestBar.decide(barred, body.outcome(), caller, attempt));
  }

  private HttpResponse once(HttpRequest request, Caller caller, String personId, Step step) {
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> {
          step.take(personId, attempt);
          return HttpResponse.ok(getStanding.view(personId, caller));
        },
        made -> HttpResponse.ok(getStanding.view(made, caller)));
  }
}
