package org.jiuye.loan.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.policy.Document;

/** How parameters are answered: each with its value or the reason why not, and its document. */
public final class TermViews {
  private final LoanTexts texts;
  private final Map<String, Document> documents;
  private final Language language;

  public TermViews(LoanTexts texts, Map<String, Document> documents, Language language) {
    this.texts = texts;
    this.documents = documents;
    this.language = language;
  }

  /**
   * A parameter.
   *
   * @param value absent where it is unset
   * @param unset why nobody could find it
   */
  public record TermView(
      String parameter,
      String name,
      Optional<Object> value,
      Optional<String> text,
      Optional<String> unset,
      Optional<CitationView> citation) {}

  /** The document that says so. */
  public record CitationView(
      String documentId,
      Optional<String> number,
      String issuer,
      String title,
      Optional<LocalDate> effectiveFrom,
      Optional<String> place,
      Document.Seen seen,
      String source) {}

  public TermView of(Cited term) {
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

  /** What stands in a gap of a text: the parameter's value, or that it was not found. */
  public Object gap(Cited term) {
    return term.value().orElseGet(() -> texts.text("unset", language));
  }

  private CitationView citation(Document document, Optional<String> place) {
    return new CitationView(
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
