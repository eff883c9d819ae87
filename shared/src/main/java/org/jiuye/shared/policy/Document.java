package org.jiuye.shared.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A document that a parameter's value stands in.
 *
 * @param number as its issuer counts; empty where it was not found
 * @param issuer by language tag
 * @param title in its own language
 * @param seen who wrote the seeds had its words, a text that tells them, or neither
 * @param source where it, or what tells of it, is found
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

  /** How close the one who wrote the seeds came to the document. */
  public enum Seen {
    QUOTED,
    CITED,
    UNSEEN
  }
}
