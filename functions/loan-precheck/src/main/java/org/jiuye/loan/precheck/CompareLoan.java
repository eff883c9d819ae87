package org.jiuye.loan.precheck;

import java.time.LocalDate;
import java.util.List;
import org.jiuye.loan.precheck.model.Rulebook;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;

/** {@code POST /loan-prechecks/comparison}: the same facts under every version, side by side. */
public final class CompareLoan {
  private final LoanCatalog catalog;
  private final PrecheckBody body;
  private final PrecheckViews views;

  public CompareLoan(LoanCatalog catalog, PrecheckBody body, PrecheckViews views) {
    this.catalog = catalog;
    this.body = body;
    this.views = views;
  }

  private record Comparison(
      Product product, LocalDate asOf, List<PrecheckViews.PrecheckView> versions) {}

  public HttpResponse handle(HttpRequest request) {
    Facts facts = request.readBody(body::read);
    Rulebook rules = catalog.rules();
    List<PrecheckViews.PrecheckView> versions =
        rules.versions(facts.product()).stream()
            .map(terms -> views.of(rules.check(facts, terms), request.language()))
            .toList();
    return HttpResponse.ok(new Comparison(facts.product(), facts.asOf(), versions))
        .header("content-language", request.language().tag());
  }
}
