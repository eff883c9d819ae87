package org.jiuye.loan.precheck;

import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.ProblemException;

/** {@code POST /loan-prechecks}: an honest answer to anybody; nothing is kept. */
public final class CheckLoan {
  private final LoanCatalog catalog;
  private final PrecheckBody body;
  private final PrecheckViews views;

  public CheckLoan(LoanCatalog catalog, PrecheckBody body, PrecheckViews views) {
    this.catalog = catalog;
    this.body = body;
    this.views = views;
  }

  public HttpResponse handle(HttpRequest request) {
    Facts facts = request.readBody(body::read);
    return HttpResponse.ok(views.of(check(catalog, facts), request.language()))
        .header("content-language", request.language().tag());
  }

  /**
   * What facts come to.
   *
   * @throws ProblemException 422 {@code policy-unknown}
   */
  public static Precheck check(LoanCatalog catalog, Facts facts) {
    return catalog
        .rules()
        .check(facts)
        .orElseThrow(() -> ProblemException.of(422, "policy-unknown"));
  }
}
