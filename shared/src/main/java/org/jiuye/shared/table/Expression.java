package org.jiuye.shared.table;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An expression of DynamoDB with the names and values that it stands on. Immutable: each further
 * placeholder gives a copy.
 */
public record Expression(
    String text, Map<String, String> names, Map<String, AttributeValue> values) {
  public Expression {
    names = Map.copyOf(names);
    values = Map.copyOf(values);
  }

  /** An expression that stands on no placeholder, or not yet. */
  public static Expression of(String text) {
    return new Expression(text, Map.of(), Map.of());
  }

  /** True of a key under which nothing is stored. */
  public static Expression absent() {
    return of("attribute_not_exists(pk)");
  }

  /** True of a key under which something is stored. */
  public static Expression present() {
    return of("attribute_exists(pk)");
  }

  /** Lets {@code placeholder} (with its {@code #}) stand for an attribute's name. */
  public Expression name(String placeholder, String attribute) {
    Map<String, String> more = new LinkedHashMap<>(names);
    more.put(placeholder, attribute);
    return new Expression(text, more, values);
  }

  /** Lets {@code placeholder} (with its {@code :}) stand for a value. */
  public Expression value(String placeholder, AttributeValue value) {
    Map<String, AttributeValue> more = new LinkedHashMap<>(values);
    more.put(placeholder, value);
    return new Expression(text, names, more);
  }

  /** Lets {@code placeholder} stand for a text. */
  public Expression value(String placeholder, String value) {
    return value(placeholder, AttributeValue.fromS(value));
  }

  /** Lets {@code placeholder} stand for a number. */
  public Expression value(String placeholder, long value) {
    return value(placeholder, AttributeValue.fromN(Long.toString(value)));
  }

  /** An update with the placeholders of its condition, for both share one set. */
  static Expression join(Write.Update update) {
    Map<String, String> names = new LinkedHashMap<>(update.update().names());
    Map<String, AttributeValue> values = new LinkedHashMap<>(update.update().values());
    update
        .condition()
        .ifPresent(
            condition -> {
              names.putAll(condition.names());
              values.putAll(condition.values());
            });
    return new Expression(update.update().text(), names, values);
  }
}
