package org.jiuye.shared.event;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The events that ride in the item they are about. A write that must tell others replaces the
 * item's outbox in the same write; the table's stream brings both images to the relay, which sends
 * the events of the new image that the old one had not. So nothing is lost between write and send.
 */
public final class Outbox {
  /** Top-level, because the stream's filter matches leaves only; another one at every write. */
  public static final String ID = "outboxId";

  public static final String EVENTS = "outbox";
  public static final String EVENT_ID = "id";
  public static final String EVENT_TYPE = "type";
  public static final String EVENT_JSON = "event";

  private Outbox() {}

  /**
   * Puts events into an item that is about to be written, in the place of those it told before.
   *
   * @param item a map that may be added to
   * @param events at least one
   */
  public static Map<String, AttributeValue> attach(
      Map<String, AttributeValue> item, List<Event> events) {
    item.put(ID, AttributeValue.fromS(UUID.randomUUID().toString()));
    item.put(EVENTS, AttributeValue.fromL(events.stream().map(Outbox::entry).toList()));
    return item;
  }

  private static AttributeValue entry(Event event) {
    return AttributeValue.fromM(
        Map.of(
            EVENT_ID, AttributeValue.fromS(event.id()),
            EVENT_TYPE, AttributeValue.fromS(event.type()),
            EVENT_JSON, AttributeValue.fromS(event.toJson())));
  }
}
