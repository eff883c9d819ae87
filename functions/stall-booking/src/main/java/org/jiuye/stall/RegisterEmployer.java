package org.jiuye.stall;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.shared.http.Role;
import org.jiuye.stall.model.CreditCode;
import org.jiuye.stall.model.Employer;

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
    requireValid(body.creditCode());
    String personId = Agency.principal(caller, body.onBehalfOf());
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
            Agency.actor(caller));
    return idempotency.once(
        request, caller, 201, attempt -> register(wish, attempt), this::registeredBefore);
  }

  /**
   * Makes sure that a field holds a credit code.
   *
   * @throws ProblemException 422 {@code credit-code-invalid}
   */
  static void requireValid(String creditCode) {
    if (!CreditCode.isValid(creditCode)) {
      throw ProblemException.ofField(422, "credit-code-invalid", "/creditCode");
    }
  }

  /** Each turn but the last means that somebody else changed the employer meanwhile. */
  private HttpResponse register(Employer wish, Idempotency.Attempt attempt) {
    while (true) {
      Optional<Employer> before = store.find(wish.creditCode());
      if (before.filter(known -> known.isAsWished(wish)).isPresent()) {
        return EmployerViews.ok(before.get());
      }
      if (before.filter(known -> !known.mayBeRegisteredBy(wish.personId())).isPresent()) {
        throw ProblemException.of(409, "employer-registered");
      }
      Employer after = before.map(known -> known.registeredAnew(wish)).orElse(wish);
      switch (store.save(before, after, Optional.empty(), attempt.record(wish.creditCode()))) {
        case WRITTEN -> {
          return EmployerViews.created(after);
        }
        case REPEATED -> throw Idempotency.conflict();
        case CHANGED_BEFORE -> {}
      }
    }
  }

  private HttpResponse registeredBefore(String creditCode) {
    return store
        .find(creditCode)
        .map(EmployerViews::created)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
