package org.jiuye.loan.terms;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.loan.loancase.LoanStore;
import org.jiuye.loan.precheck.model.Rulebook;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.invocation.Cached;
import org.jiuye.shared.policy.Document;

/** What the county has laid down of loans, kept by a warm function for a minute. */
public final class LoanCatalog {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Cached<Contents> contents;

  public LoanCatalog(LoanStore store) {
    this.contents = new Cached<>(KEPT, () -> read(store));
  }

  /** A bank that lends. */
  public record Bank(
      String bankId, Map<String, String> name, List<Offer> offers, List<String> staff) {
    public boolean offers(Product product) {
      return offers.stream().anyMatch(offer -> offer.product() == product);
    }
  }

  /**
   * A loan that a bank offers.
   *
   * @param sample present where the seeds invented it
   */
  public record Offer(Product product, Optional<Boolean> sample) {}

  /** Something to bring to the desk. */
  public record Paper(
      String paperId, Map<String, String> name, List<Product> products, Optional<Boolean> sample) {}

  /** The county itself. */
  public record County(String code) {}

  private record Contents(
      Rulebook rules,
      Map<String, Document> documents,
      List<Bank> banks,
      List<Paper> papers,
      County county) {}

  public Rulebook rules() {
    return contents.get().rules();
  }

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

  /** What to bring for a product. */
  public List<Paper> papers(Product product) {
    return contents.get().papers().stream()
        .filter(paper -> paper.products().contains(product))
        .sorted(Comparator.comparing(Paper::paperId))
        .toList();
  }

  /** The county's code. */
  public String county() {
    return contents.get().county().code();
  }

  private static Contents read(LoanStore store) {
    return new Contents(
        new Rulebook(store.policies()),
        store.documents().stream()
            .collect(Collectors.toMap(Document::documentId, Function.identity())),
        store.banks(),
        store.papers(),
        store.county());
  }
}
