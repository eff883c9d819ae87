package org.jiuye.stall.market;

import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;

/** {@code POST /stall-hires/{hireId}/confirmation} and {@code …/denial}. */
final class PostHireDecision {
  private static final Pattern HIRE_ID = Pattern.compile("[A-Za-z0-9.-]{1,90}");

  private final OutcomeStore store;
  private final DecideHire decideHire;
  private final Idempotency idempotency;

  PostHireDecision(OutcomeStore store, DecideHire decideHire, Idempotency idempotency) {
    this.store = store;
    this.decideHire = decideHire;
    this.idempotency = idempotency;
  }

  HttpResponse confirm(HttpRequest request, Caller caller) {
    return handle(request, caller, HireState.CONFIRMED);
  }

  HttpResponse deny(HttpRequest request, Caller caller) {
    return handle(request, caller, HireState.DENIED);
  }

  private HttpResponse handle(HttpRequest request, Caller caller, HireState decision) {
    request.requireEmptyBody();
    Hire before = visible(request, caller);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            HttpResponse.ok(
                OutcomeViews.of(decideHire.decide(before, decision, caller.actor(), attempt))),
        hireId -> HttpResponse.ok(OutcomeViews.of(visible(request, caller))));
  }

  private Hire visible(HttpRequest request, Caller caller) {
    String hireId = request.readParameters(parameters -> parameters.path("hireId", HIRE_ID));
    return store
        .hire(hireId)
        .filter(hire -> mayDecide(caller, hire))
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }

  private static boolean mayDecide(Caller caller, Hire hire) {
    return caller.role() == Role.CITIZEN
        ? hire.personId().isPresent() && caller.registeredPerson().equals(hire.personId())
        : caller.actsInCountyOf(hire.division());
  }
}
