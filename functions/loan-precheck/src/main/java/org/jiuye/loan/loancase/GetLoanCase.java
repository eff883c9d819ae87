package org.jiuye.loan.loancase;

import java.util.regex.Pattern;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.person.KeyGoneException;
import org.jiuye.shared.problem.ProblemException;

/** {@code GET /loan-cases/{loanCaseId}}: the answer as it was given, and what it stands on. */
public final class GetLoanCase {
  private static final Pattern LOAN_CASE_ID = Pattern.compile("[0-9a-f-]{36}");

  private final LoanStore store;
  private final LoanAccess access;

  public GetLoanCase(LoanStore store, LoanAccess access) {
    this.store = store;
    this.access = access;
  }

  public HttpResponse handle(HttpRequest request, Caller caller) {
    LoanCase loanCase = visible(request, caller);
    return access.sightOf(caller, loanCase) == LoanAccess.Sight.ALL
        ? CaseViews.whole(loanCase, trace(store, loanCase), request.language())
        : HttpResponse.ok(CaseViews.line(loanCase));
  }

  /**
   * The case that a request's path names.
   *
   * @throws ProblemException 404 where there is none that the caller may see
   */
  public LoanCase visible(HttpRequest request, Caller caller) {
    String loanCaseId =
        request.readParameters(parameters -> parameters.path("loanCaseId", LOAN_CASE_ID));
    return store
        .find(loanCaseId)
        .filter(found -> access.sightOf(caller, found) != LoanAccess.Sight.NOTHING)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }

  /**
   * What a case came to and stands on.
   *
   * @throws ProblemException 410 {@code person-erased}
   */
  public static Trace trace(LoanStore store, LoanCase loanCase) {
    try {
      return store.trace(loanCase);
    } catch (KeyGoneException erased) {
      throw ProblemException.of(410, "person-erased");
    }
  }
}
