package org.jiuye.loan.terms;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.invocation.Cached;
import org.jiuye.shared.policy.Document;

/** What the county publishes about loans. A warm function keeps it for a minute. */
public final class LoanCatalog {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Cached<Contents> contents;

  public LoanCatalog(TermsStore store) {
    this.contents = new Cached<>(KEPT, () -> read(store));
  }

  private record Contents(
      Policies policies,
      Map<String, Document> documents,
      List<Bank> banks,
      List<Paper> papers,
      String county) {}

  /** All versions of the terms of all products. */
  public Policies policies() {
    return contents.get().policies();
  }

  /** The documents that terms cite, by their ids. */
  public Map<String, Document> documents() {
    return contents.get().documents();
  }

  /** The banks that offer a product. */
  public List<Bank> banks(Product product) {
    return contents.get().banks().stream().filter(bank -> bank.offers(product)).toList();
  }

  public Optional<Bank> bank(String bankId) {
    return contents.get().banks().stream().filter(bank -> bank.bankId().equals(bankId)).findAny();
  }

  /** The papers to bring for a product. */
  public List<Paper> papers(Product product) {
    return contents.get().papers().stream()
        .filter(paper -> paper.products().contains(product))
        .sorted(Comparator.comparing(Paper::paperId))
        .toList();
  }

  /** The county's code. */
  public String county() {
    return contents.get().county();
  }

  private static Contents read(TermsStore store) {
    return new Contents(
        new Policies(store.policies()),
        store.documents().stream()
            .collect(Collectors.toMap(Document::documentId, Function.identity())),
        store.banks(),
        store.papers(),
        store.county());
  }
}
