package org.jiuye.loan;

import org.jiuye.loan.model.Facts;
import org.jiuye.loan.model.Precheck;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.ProblemException;

/** {@code POST /loan-prechecks}: an honest answer to anybody; nothing is kept. */
final class CheckLoan {
  private final LoanCatalog catalog;
  private final PrecheckBody body;
  private final PrecheckViews views;

  CheckLoan(LoanCatalog catalog, PrecheckBody body, PrecheckViews views) {
    this.catalog = catalog;
    this.body = body;
    this.views = views;
  }

  HttpResponse handle(HttpRequest request) {
    Facts facts = request.readBody(body::read);
    return HttpResponse.ok(views.of(check(catalog, facts), request.language()))
        .header("content-language", request.language().tag());
  }

  /**
   * What facts come to.
   *
   * @throws ProblemException 422 {@code policy-unknown}
   */
  static Precheck check(LoanCatalog catalog, Facts facts) {
    return catalog
        .rules()
        .check(facts)
        .orElseThrow(() -> ProblemException.of(422, "policy-unknown"));
  }
}
