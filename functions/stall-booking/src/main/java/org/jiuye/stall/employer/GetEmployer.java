package org.jiuye.stall.employer;

import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.employer.model.Employer;

/** {@code GET /employers/{creditCode}}: an employer, for its own people and staff. */
final class GetEmployer {
  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");

  private final EmployerStore store;
  private final MarketCounty county;

  GetEmployer(EmployerStore store, MarketCounty county) {
    this.store = store;
    this.county = county;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    return EmployerViews.ok(visible(request, caller));
  }

  /**
   * The employer that a request's path names.
   *
   * @throws ProblemException 404 where there is none that the caller may see
   */
  Employer visible(HttpRequest request, Caller caller) {
    String creditCode =
        request.readParameters(parameters -> parameters.path("creditCode", CREDIT_CODE));
    return store
        .find(creditCode)
        .filter(employer -> maySee(caller, employer))
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }

  private boolean maySee(Caller caller, Employer employer) {
    return caller.role() == Role.EMPLOYER
        ? caller.registeredPerson().filter(employer.personId()::equals).isPresent()
        : county.isServedBy(caller);
  }
}
