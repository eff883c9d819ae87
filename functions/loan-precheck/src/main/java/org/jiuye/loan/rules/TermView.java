package org.jiuye.loan.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.policy.Document;

/**
 * A parameter of a policy, as it is answered.
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
    Optional<CitationView> citation) {
  /** The document that gives it, or should. */
  public record CitationView(
      String documentId,
      Optional<String> number,
      String issuer,
      String title,
      Optional<LocalDate> effectiveFrom,
      Optional<String> place,
      Document.Seen seen,
      String source) {}
}
