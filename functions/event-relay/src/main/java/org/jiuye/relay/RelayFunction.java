package org.jiuye.relay;

import java.util.List;
import java.util.OptionalInt;
import org.jiuye.shared.event.BatchResponse;
import org.jiuye.shared.invocation.InvocationFunction;
import tools.jackson.databind.JsonNode;

/**
 * Consumes the table's stream. The answer names the first record that was not sent. The stream then
 * repeats that record and all later ones, so events about an item are always sent in order.
 */
final class RelayFunction extends InvocationFunction {
  private final StreamRecords streamRecords;
  private final RelayEvents relayEvents;

  RelayFunction(StreamRecords streamRecords, RelayEvents relayEvents) {
    this.streamRecords = streamRecords;
    this.relayEvents = relayEvents;
  }

  @Override
  protected byte[] invoke(byte[] event) {
    List<JsonNode> records = streamRecords.split(event);
    OptionalInt unsent = relayEvents.relay(records);
    return BatchResponse.failed(
        unsent.isPresent() ? List.of(sequenceNumber(records.get(unsent.getAsInt()))) : List.of());
  }

  private static String sequenceNumber(JsonNode record) {
    return StreamRecords.sequenceNumber(record)
        .orElseThrow(
            () -> new IllegalStateException("A record without a sequence number was not parked"));
  }
}
