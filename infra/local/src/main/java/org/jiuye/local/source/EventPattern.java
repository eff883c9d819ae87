package org.jiuye.local.source;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A filter pattern of an event source mapping. An event matches when every field that the pattern
 * names matches one of the values given for it.
 */
final class EventPattern {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode pattern;

  private EventPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is not one
   */
  static EventPattern parse(String text) {
    JsonNode pattern = JSON.readTree(text);
    check(pattern);
    return new EventPattern(pattern);
  }

  /** Whether there are no patterns, or one of them matches. */
  static boolean anyMatches(List<EventPattern> patterns, JsonNode event) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(event));
  }

  private static void check(JsonNode pattern) {
    if (!pattern.isObject()) {
      throw new IllegalArgumentException("filter pattern: not an object: " + pattern);
    }
    pattern.forEachEntry(
        (name, value) -> {
          if (name.equals("$or")) {
            value.forEach(EventPattern::check);
          } else if (value.isArray()) {
            value.forEach(ValueRule::check);
          } else {
            check(value);
          }
        });
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    return pattern
        .propertyStream()
        .allMatch(
            entry -> {
              JsonNode expected = entry.getValue();
              if (entry.getKey().equals("$or")) {
                return expected.valueStream().anyMatch(branch -> matches(branch, event));
              }
              JsonNode actual = event.path(entry.getKey());
              if (expected.isObject()) {
                return matchesNested(expected, actual);
              }
              return expected.valueStream().anyMatch(rule -> ValueRule.matches(rule, actual));
            });
  }

  private static boolean matchesNested(JsonNode expected, JsonNode actual) {
    if (actual.isArray()) {
      return actual.valueStream().anyMatch(element -> matches(expected, element));
    }
    return matches(expected, actual);
  }

  /** One of the values that a pattern allows for a field. */
  private static final class ValueRule {

    private static final List<String> OPERATORS =
        List.of("exists", "prefix", "suffix", "equals-ignore-case", "anything-but", "numeric");

    static void check(JsonNode rule) {
      if (rule.isArray()
          || (rule.isObject()
              && (rule.size() != 1
                  || !OPERATORS.contains(rule.propertyNames().iterator().next())))) {
        throw new IllegalArgumentException("filter pattern: cannot understand " + rule);
      }
    }

    static boolean matches(JsonNode rule, JsonNode actual) {
      if (rule.has("exists")) {
        boolean leaf = !actual.isMissingNode() && !actual.isObject();
        return leaf == rule.path("exists").booleanValue();
      }
      if (actual.isArray()) {
        return actual.valueStream().anyMatch(element -> matchesLeaf(rule, element));
      }
      return matchesLeaf(rule, actual);
    }

    private static boolean matchesLeaf(JsonNode rule, JsonNode actual) {
      if (!rule.isObject()) {
        return same(rule, actual);
      }
      JsonNode operand = rule.iterator().next();
      return switch (rule.propertyNames().iterator().next()) {
        case "prefix" ->
            actual.isString() && actual.stringValue().startsWith(operand.stringValue());
        case "suffix" -> actual.isString() && actual.stringValue().endsWith(operand.stringValue());
        case "equals-ignore-case" ->
            actual.isString() && lower(actual.stringValue()).equals(lower(operand.stringValue()));
        case "anything-but" -> !actual.isMissingNode() && !isAnyOf(operand, actual);
        default -> actual.isNumber() && inRange(operand, actual);
      };
    }

    private static boolean isAnyOf(JsonNode excluded, JsonNode actual) {
      return excluded.isArray()
          ? excluded.valueStream().anyMatch(value -> matchesLeaf(value, actual))
          : matchesLeaf(excluded, actual);
    }

    private static boolean inRange(JsonNode range, JsonNode actual) {
      for (int index = 0; index + 1 < range.size(); index += 2) {
        int order = actual.decimalValue().compareTo(range.get(index + 1).decimalValue());
        boolean holds =
            switch (range.get(index).stringValue()) {
              case "=" -> order == 0;
              case "<" -> order < 0;
              case "<=" -> order <= 0;
              case ">" -> order > 0;
              case ">=" -> order >= 0;
              default -> false;
            };
        if (!holds) {
          return false;
        }
      }
      return true;
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
      if (expected.isNumber() && actual.isNumber()) {
        return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
      }
      return expected.equals(actual);
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
