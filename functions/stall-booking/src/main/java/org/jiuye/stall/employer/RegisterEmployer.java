package org.jiuye.stall.employer;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.employer.model.Employer;

/**
 * {@code POST /employers}: an employer of the job market, to be verified by a caseworker. It
 * belongs to the person who registers it; that person may register it again to correct its name or
 * to be looked at again, which changes nothing where nothing differs.
 */
final class RegisterEmployer {
  private static final Pattern ANY_CODE = Pattern.compile("\\P{Cc}{1,40}");
  private static final Pattern NAME =
      Pattern.compile("(?=.*\\S)\\P{Cc}{1,100}", Pattern.UNICODE_CHARACTER_CLASS);

  private final EmployerStore store;
  private final MarketCounty county;
  private final Idempotency idempotency;
  private final CountyTime time;

  RegisterEmployer(
      EmployerStore store, MarketCounty county, Idempotency idempotency, CountyTime time) {
    this.store = store;
    this.county = county;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record Body(String creditCode, String name, Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.text("creditCode", ANY_CODE),
                    fields.text("name", NAME),
                    fields.optionalPersonId("onBehalfOf")));
    ActingEmployer.requireValid(body.creditCode());
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    if (caller.role() != Role.EMPLOYER) {
      county.require(caller);
    }
    Employer wish =
        Employer.registered(
            body.creditCode(),
            body.name().strip(),
            personId,
            body.onBehalfOf().isPresent(),
            time.now(),
            caller.actor());
    return idempotency.once(
        request, caller, 201, attempt -> register(wish, attempt), this::registeredBefore);
  }

  private HttpResponse register(Employer wish, Attempt attempt) {
    return LookAgain.until(
        () -> store.find(wish.creditCode()), before -> register(before, wish, attempt));
  }

  /** Empty where somebody else has changed the employer meanwhile. */
  private Optional<HttpResponse> register(
      Optional<Employer> before, Employer wish, Attempt attempt) {
    if (before.filter(known -> known.isAsWished(wish)).isPresent()) {
      return before.map(EmployerViews::ok);
    }
    if (before.filter(known -> !known.mayBeRegisteredBy(wish.personId())).isPresent()) {
      throw ProblemException.of(409, "employer-registered");
    }
    Employer after = before.map(known -> known.registeredAnew(wish)).orElse(wish);
    return store.save(before, after, Optional.empty(), attempt.record(wish.creditCode()))
        ? Optional.of(EmployerViews.created(after))
        : Optional.empty();
  }

  private HttpResponse registeredBefore(String creditCode) {
    return store
        .find(creditCode)
        .map(EmployerViews::created)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
