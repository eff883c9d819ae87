package org.jiuye.emulators.access;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One operator on one condition key.
 *
 * @param matchesOne whether a single value satisfies the operator
 * @param isNegated whether the operator is one of the {@code Not…} family
 */
record Condition(
    String key,
    Quantifier quantifier,
    boolean ifExists,
    boolean isNegated,
    Predicate<String> matchesOne) {

  private enum Presence {
    PRESENT,
    ABSENT
  }

  /** How a condition key with several values is compared. */
  enum Quantifier {
    /** No prefix. */
    NONE,
    /** {@code ForAllValues:}, true also of no value. */
    FOR_ALL_VALUES,
    /** {@code ForAnyValue:}, false of no value. */
    FOR_ANY_VALUE
  }

  /**
   * Reads a condition of a statement.
   *
   * @param operator as written, for example {@code ForAllValues:StringLike}
   */
  static Predicate<Map<String, List<String>>> of(String operator, String key, List<String> values) {
    if (operator.equals("Null")) {
      return presence(key, values);
    }
    int colon = operator.indexOf(':');
    Quantifier quantifier =
        switch (operator.substring(0, Math.max(colon, 0))) {
          case "" -> Quantifier.NONE;
          case "ForAllValues" -> Quantifier.FOR_ALL_VALUES;
          case "ForAnyValue" -> Quantifier.FOR_ANY_VALUE;
          default -> throw new IllegalArgumentException("Unknown condition operator " + operator);
        };
    String comparison = operator.substring(colon + 1);
    boolean ifExists = comparison.endsWith("IfExists");
    if (ifExists) {
      comparison = comparison.substring(0, comparison.length() - "IfExists".length());
    }
    boolean isNegated = comparison.contains("Not");
    Predicate<String> positive = comparison(comparison.replace("Not", ""), values);
    Condition condition =
        new Condition(
            key, quantifier, ifExists, isNegated, isNegated ? positive.negate() : positive);
    return condition::holds;
  }

  private static Predicate<Map<String, List<String>>> presence(String key, List<String> values) {
    List<Presence> accepted =
        values.stream()
            .map(value -> Boolean.parseBoolean(value) ? Presence.ABSENT : Presence.PRESENT)
            .toList();
    return context ->
        accepted.contains(
            context.getOrDefault(key, List.of()).isEmpty() ? Presence.ABSENT : Presence.PRESENT);
  }

  private static Predicate<String> comparison(String name, List<String> values) {
    return switch (name) {
      case "StringEquals" -> values::contains;
      case "StringEqualsIgnoreCase", "Bool" ->
          actual -> values.stream().anyMatch(actual::equalsIgnoreCase);
      case "StringLike", "ArnEquals", "ArnLike" -> {
        List<Glob> globs = values.stream().map(Glob::of).toList();
        yield actual -> globs.stream().anyMatch(glob -> glob.matches(actual));
      }
      default -> throw new IllegalArgumentException("Unknown condition operator " + name);
    };
  }

  private boolean holds(Map<String, List<String>> context) {
    List<String> actual = context.getOrDefault(key, List.of());
    if (actual.isEmpty()) {
      return ifExists || quantifier == Quantifier.FOR_ALL_VALUES || isAbsenceAccepted();
    }
    return quantifier == Quantifier.FOR_ANY_VALUE
        ? actual.stream().anyMatch(matchesOne)
        : actual.stream().allMatch(matchesOne);
  }

  private boolean isAbsenceAccepted() {
    return isNegated && quantifier == Quantifier.NONE;
  }
}
