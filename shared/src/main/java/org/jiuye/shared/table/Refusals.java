package org.jiuye.shared.table;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which writes were refused, by their positions: the item as it stood, an empty map where there was
 * none. Empty when all was written.
 */
record Refusals(Map<Integer, Map<String, AttributeValue>> byPosition) {
  static final Refusals NONE = new Refusals(Map.of());

  Refusals {
    byPosition = Map.copyOf(byPosition);
  }

  boolean isEmpty() {
    return byPosition.isEmpty();
  }

  boolean isRefused(int position) {
    return byPosition.containsKey(position);
  }

  /** The item that stood in the way, empty where none did. */
  Optional<Map<String, AttributeValue>> obstacle(int position) {
    return Optional.ofNullable(byPosition.get(position)).filter(item -> !item.isEmpty());
  }
}
