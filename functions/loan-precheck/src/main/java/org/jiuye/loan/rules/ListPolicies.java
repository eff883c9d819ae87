package org.jiuye.loan.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.table.Page;

/** {@code GET /loan-policies}: the policies in force on a day, rule by rule with their numbers. */
public final class ListPolicies {
  private final LoanCatalog catalog;
  private final PolicyViews views;
  private final CountyTime time;

  public ListPolicies(LoanCatalog catalog, LoanTexts texts, CountyTime time) {
    this.catalog = catalog;
    this.views = new PolicyViews(catalog, texts);
    this.time = time;
  }

  public HttpResponse handle(HttpRequest request) {
    Optional<LocalDate> asked = request.readParameters(parameters -> parameters.queryDate("asOf"));
    LocalDate asOf = asked.orElseGet(time::today);
    List<PolicyViews.PolicyView> inForce =
        Arrays.stream(Product.values())
            .flatMap(product -> catalog.policies().on(product, asOf).stream())
            .map(terms -> views.of(terms, request.language()))
            .toList();
    return HttpResponse.ok(Page.whole(inForce))
        .header("content-language", request.language().tag());
  }
}
