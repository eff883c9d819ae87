package org.jiuye.loan.rules;

import java.util.regex.Pattern;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.problem.ProblemException;

/** {@code GET /loan-policies/{policyId}}: one version, in force or not. */
public final class GetPolicy {
  private static final Pattern POLICY_ID = Pattern.compile("[a-z0-9-]{1,40}");

  private final LoanCatalog catalog;
  private final PolicyViews views;

  public GetPolicy(LoanCatalog catalog, LoanTexts texts) {
    this.catalog = catalog;
    this.views = new PolicyViews(catalog, texts);
  }

  public HttpResponse handle(HttpRequest request) {
    String policyId = request.readParameters(parameters -> parameters.path("policyId", POLICY_ID));
    return catalog
        .policies()
        .version(policyId)
        .map(
            terms ->
                HttpResponse.ok(views.of(terms, request.language()))
                    .header("content-language", request.language().tag()))
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
