package org.jiuye.stall.market;

import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;

/**
 * {@code POST /stall-hires/{hireId}/confirmation} and {@code …/denial}: the worker, or a caseworker
 * of the county, says whether a reported hire is true. It is said once.
 */
final class DecideHire {
  private static final Pattern HIRE_ID = Pattern.compile("[A-Za-z0-9.-]{1,90}");

  private final OutcomeStore store;
  private final Idempotency idempotency;
  private final CountyTime time;

  DecideHire(OutcomeStore store, Idempotency idempotency, CountyTime time) {
    this.store = store;
    this.idempotency = idempotency;
    this.time = time;
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
        attempt -> HttpResponse.ok(OutcomeViews.of(decide(before, decision, caller, attempt))),
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

  private Hire decide(Hire before, HireState decision, Caller caller, Attempt attempt) {
    if (before.state() != HireState.REPORTED) {
      throw ProblemException.of(409, "hire-decided");
    }
    Hire after = before.decided(decision, time.now(), caller.actor());
    if (!store.decide(before, after, attempt.record(before.hireId()))) {
      throw ProblemException.of(409, "hire-decided");
    }
    return after;
  }
}
