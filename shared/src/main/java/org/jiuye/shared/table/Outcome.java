package org.jiuye.shared.table;

import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.table.Transaction.Part;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of a transaction: all was written, or nothing was and its parts tell why. */
public final class Outcome {
  private final Refusals refusals;
  private final Map<Part, Integer> positions;

  Outcome(Refusals refusals, Map<Part, Integer> positions) {
    this.refusals = refusals;
    this.positions = Map.copyOf(positions);
  }

  /** Whether all was written. */
  public boolean isWritten() {
    return refusals.isEmpty();
  }

  /** Whether the condition of a part did not hold. False of a part that was not written. */
  public boolean isRefused(Part part) {
    return Optional.ofNullable(positions.get(part)).filter(refusals::isRefused).isPresent();
  }

  /** The item that stood in the way of a part, empty where none did. */
  public Optional<Map<String, AttributeValue>> obstacle(Part part) {
    return Optional.ofNullable(positions.get(part)).flatMap(refusals::obstacle);
  }
}
