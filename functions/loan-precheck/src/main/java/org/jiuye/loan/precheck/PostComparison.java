package org.jiuye.loan.precheck;

import java.time.LocalDate;
import java.util.List;
import org.jiuye.loan.precheck.model.Rulebook;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;

/** {@code POST /loan-prechecks/comparison}: the same facts under every version, side by side. */
public final class PostComparison {
  private final LoanCatalog catalog;
  private final FactsReader reader;
  private final PrecheckViews views;

  public PostComparison(LoanCatalog catalog, FactsReader reader, PrecheckViews views) {
    this.catalog = catalog;
    this.reader = reader;
    this.views = views;
  }

  private record Comparison(Product product, LocalDate asOf, List<PrecheckView> versions) {}

  public HttpResponse handle(HttpRequest request) {
    Facts facts = request.readBody(reader::read);
    Policies policies = catalog.policies();
    Rulebook rules = new Rulebook(policies);
    List<PrecheckView> versions =
        policies.versions(facts.product()).stream()
            .map(terms -> views.of(rules.check(facts, terms), request.language()))
            .toList();
    return HttpResponse.ok(new Comparison(facts.product(), facts.asOf(), versions))
        .header("content-language", request.language().tag());
  }
}
