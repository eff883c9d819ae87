package org.jiuye.loan.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.policy.Document;
import org.jiuye.shared.text.Language;

/** Rules and their terms in the words of one language, with the documents that they cite. */
public final class Wording {
  private final LoanTexts texts;
  private final Map<String, Document> documents;
  private final Language language;

  public Wording(LoanTexts texts, Map<String, Document> documents, Language language) {
    this.texts = texts;
    this.documents = documents;
    this.language = language;
  }

  /** A rule's title. */
  public String title(String rule) {
    return texts.text("rule." + rule + ".title", language);
  }

  /** A rule in words, with the numbers of a version; some rules read differently by product. */
  public String text(String rule, Product product, List<Cited> terms) {
    Map<String, Cited> byName =
        terms.stream().collect(Collectors.toMap(Cited::parameter, Function.identity()));
    String key = "rule." + rule + ".text";
    String ofProduct = key + "." + product;
    return texts.text(
        texts.has(ofProduct, language) ? ofProduct : key,
        language,
        name ->
            Optional.ofNullable(byName.get(name))
                .flatMap(Cited::value)
                .orElseGet(() -> texts.text("unset", language)));
  }

  /** A parameter with its value, or the reason why there is none, and its document. */
  public TermView term(Cited term) {
    return new TermView(
        term.parameter(),
        texts.text("parameter." + term.parameter(), language),
        term.value(),
        term.value().map(value -> texts.written(term.parameter(), value, language)),
        term.unset().map(reason -> reason.getOrDefault(language.tag(), "")),
        term.documentId()
            .flatMap(id -> Optional.ofNullable(documents.get(id)))
            .map(document -> citation(document, term.place())));
  }

  public List<TermView> terms(List<Cited> terms) {
    return terms.stream().map(this::term).toList();
  }

  private TermView.CitationView citation(Document document, Optional<String> place) {
    return new TermView.CitationView(
        document.documentId(),
        document.number(),
        document.issuer().getOrDefault(language.tag(), ""),
        document.title(),
        document.effectiveFrom(),
        place,
        document.seen(),
        document.source());
  }
}
