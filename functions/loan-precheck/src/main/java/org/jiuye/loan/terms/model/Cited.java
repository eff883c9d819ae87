package org.jiuye.loan.terms.model;

import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.policy.Setting;

/**
 * A parameter of the policy as an answer gives it.
 *
 * @param value empty where nobody could find it
 * @param unset the reason why nobody could, by language tag
 * @param documentId the document that gives the value, or should
 * @param place where in the document
 */
public record Cited(
    String parameter,
    Optional<Object> value,
    Optional<Map<String, String>> unset,
    Optional<String> documentId,
    Optional<String> place) {
  /** A parameter as the policy gives it. */
  public static Cited of(Setting<?> setting) {
    return new Cited(
        setting.parameter(),
        setting.value().map(value -> (Object) value),
        setting.unset(),
        setting.documentId(),
        setting.place());
  }

  /** A value that was computed from the parameter, with the same document. */
  public Cited value(Object computed) {
    return new Cited(parameter, Optional.of(computed), unset, documentId, place);
  }
}
