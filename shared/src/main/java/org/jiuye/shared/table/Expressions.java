package org.jiuye.shared.table;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update's two expressions share one set of placeholders. */
final class Expressions {
  private Expressions() {}

  /** The placeholders of an update and of its condition, together. */
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
