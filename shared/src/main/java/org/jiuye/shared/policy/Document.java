package org.jiuye.shared.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A document that gives the value of a parameter.
 *
 * @param number the issuer's number; empty where it was not found
 * @param issuer by language tag
 * @param title in its own language
 * @param seen how much of it the author of the seeds had
 * @param source where it, or a text that reports it, can be found
 */
public record Document(
    String documentId,
    Optional<String> number,
    Map<String, String> issuer,
    String title,
    Optional<LocalDate> effectiveFrom,
    Seen seen,
    String source) {
  public Document {
    issuer = Map.copyOf(issuer);
  }

  /**
   * How much of a document the author of the seeds had: its words, a report of them, or neither.
   */
  public enum Seen {
    QUOTED,
    CITED,
    UNSEEN
  }
}
