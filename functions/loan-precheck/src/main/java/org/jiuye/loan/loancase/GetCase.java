package org.jiuye.loan.loancase;

import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.text.Language;

/** {@code GET /loan-cases/{loanCaseId}}: the answer as it was given, with the facts behind it. */
public final class GetCase {
  private final Cases cases;
  private final CaseAccess access;

  public GetCase(Cases cases, CaseAccess access) {
    this.cases = cases;
    this.access = access;
  }

  public HttpResponse handle(HttpRequest request, Caller caller) {
    LoanCase loanCase = cases.get(caller, Cases.idIn(request));
    if (access.sightOf(caller, loanCase) == CaseAccess.Sight.OUTLINE) {
      return HttpResponse.ok(CaseLine.of(loanCase));
    }
    Language language = request.language();
    return HttpResponse.ok(CaseView.of(loanCase, cases.trace(loanCase), language))
        .header("content-language", language.tag());
  }
}
