package org.jiuye.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jiuye.relay.model.Letter;
import org.jiuye.relay.model.Reading;
import org.jiuye.relay.model.Reading.OutgoingEvent;
import org.jiuye.relay.model.Reading.Reason;
import org.jiuye.relay.model.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Sends the events of a batch of records. A record that cannot be read is parked whole: none of its
 * events is sent, and the other records are relayed.
 */
final class RelayEvents {
  private static final Logger LOG = LoggerFactory.getLogger(RelayEvents.class);

  private final StreamRecords streamRecords;
  private final RecordReader reader;
  private final Subscriptions subscriptions;
  private final Parking parking;
  private final QueueSender sender;

  RelayEvents(
      StreamRecords streamRecords,
      RecordReader reader,
      Subscriptions subscriptions,
      Parking parking,
      QueueSender sender) {
    this.streamRecords = streamRecords;
    this.reader = reader;
    this.subscriptions = subscriptions;
    this.parking = parking;
    this.sender = sender;
  }

  /**
   * Relays records in their order.
   *
   * @return the position of the first record that was not sent or parked completely; empty where
   *     all were
   */
  OptionalInt relay(List<JsonNode> records) {
    List<Letter> letters = new ArrayList<>();
    for (int position = 0; position < records.size(); position++) {
      letters.addAll(letters(position, records.get(position)));
    }
    return sender.send(letters).stream().mapToInt(Letter::record).min();
  }

  private List<Letter> letters(int position, JsonNode record) {
    Reading reading =
        streamRecords
            .parse(record)
            .map(reader::read)
            .orElseGet(() -> new Reading.Unreadable(Reason.UNKNOWN_SHAPE));
    return switch (reading) {
      case Reading.Told told ->
          told.events().stream().flatMap(event -> letters(position, event).stream()).toList();
      case Reading.Unreadable unreadable -> {
        LOG.error("A record cannot be read and is parked: {}", unreadable.reason().code());
        yield List.of(parking.letter(position, record, unreadable.reason()));
      }
    };
  }

  private List<Letter> letters(int position, OutgoingEvent event) {
    Set<String> queues = subscriptions.queuesFor(event.type());
    if (queues.isEmpty()) {
      LOG.info("Nobody subscribes to {}", event.type());
    }
    return queues.stream()
        .map(queueUrl -> new Letter(position, queueUrl, event.json(), Map.of()))
        .toList();
  }
}
