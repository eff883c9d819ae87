package org.jiuye.shared.policy;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A parameter of a policy, as rules use it.
 *
 * @param parameter its name
 * @param value empty where the policy has no such parameter, or nobody could find its value
 * @param unset why nobody could find it, by language tag
 * @param documentId the document that gives the value, or should
 * @param place where in the document
 */
public record Setting<T>(
    String parameter,
    Optional<T> value,
    Optional<Map<String, String>> unset,
    Optional<String> documentId,
    Optional<String> place) {
  /** A parameter that policies on this subject do not have. */
  public static <T> Setting<T> none(String parameter) {
    return new Setting<>(
        parameter, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether nobody could find the value. */
  public boolean isUnset() {
    return unset.isPresent();
  }

  /**
   * The value.
   *
   * @throws IllegalStateException where there is none
   */
  public T get() {
    return value.orElseThrow(() -> new IllegalStateException(parameter + " has no value"));
  }

  /** Whether the value is known and meets a condition. */
  public boolean is(Predicate<? super T> predicate) {
    return value.filter(predicate).isPresent();
  }
}
