package org.jiuye.shared.table;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of a write: all was written, or nothing was because some conditions did not hold.
 *
 * @param refusals the positions of the writes whose condition did not hold, each with the item as
 *     it stood (an empty map where there was none); empty when all was written
 */
public record Verdict(Map<Integer, Map<String, AttributeValue>> refusals) {
  static final Verdict WRITTEN = new Verdict(Map.of());

  public Verdict {
    refusals = Map.copyOf(refusals);
  }

  /** Whether all was written. */
  public boolean isWritten() {
    return refusals.isEmpty();
  }

  /** Whether the condition of the write at this position did not hold. */
  public boolean isRefused(int position) {
    return refusals.containsKey(position);
  }

  /** The item that stood in the way of the write at this position, empty where none did. */
  public Optional<Map<String, AttributeValue>> obstacle(int position) {
    return Optional.ofNullable(refusals.get(position)).filter(item -> !item.isEmpty());
  }
}
