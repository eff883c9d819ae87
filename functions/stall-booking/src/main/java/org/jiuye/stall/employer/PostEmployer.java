package org.jiuye.stall.employer;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;

/** {@code POST /employers}. */
final class PostEmployer {
  private static final Pattern ANY_CODE = Pattern.compile("\\P{Cc}{1,40}");
  private static final Pattern NAME =
      Pattern.compile("(?=.*\\S)\\P{Cc}{1,100}", Pattern.UNICODE_CHARACTER_CLASS);

  private final RegisterEmployer registerEmployer;
  private final EmployerStore store;
  private final MarketCounty county;
  private final Idempotency idempotency;

  PostEmployer(
      RegisterEmployer registerEmployer,
      EmployerStore store,
      MarketCounty county,
      Idempotency idempotency) {
    this.registerEmployer = registerEmployer;
    this.store = store;
    this.county = county;
    this.idempotency = idempotency;
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
    Acting acting = Acting.of(caller, body.onBehalfOf());
    if (caller.role() != Role.EMPLOYER) {
      county.require(caller);
    }
    return idempotency.once(
        request,
        caller,
        201,
        attempt ->
            answer(
                registerEmployer.register(body.creditCode(), body.name().strip(), acting, attempt)),
        this::registeredBefore);
  }

  private static HttpResponse answer(RegisterEmployer.Registered registered) {
    return registered.changed()
        ? EmployerViews.created(registered.employer())
        : EmployerViews.ok(registered.employer());
  }

  private HttpResponse registeredBefore(String creditCode) {
    return store
        .find(creditCode)
        .map(EmployerViews::created)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
