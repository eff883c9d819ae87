package org.jiuye.shared.event;

import java.util.List;
import org.jiuye.shared.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the messages of an event that Lambda makes of a queue, as strictly as everything that comes
 * from outside. Three fields of an event do not earn AWS's serializer of them, whose classes and
 * libraries everybody waits for who is answered by the same package.
 */
final class QueueMessages {
  private static final String EVENT_SOURCE = "aws:sqs";

  private QueueMessages() {}

  /**
   * A message of a queue.
   *
   * @param body what was sent, empty where there is none
   */
  record QueueMessage(String messageId, String body) {}

  /**
   * The messages in their order, one at least.
   *
   * @throws IllegalArgumentException where it is not such an event; the message quotes nothing of
   *     it
   */
  static List<QueueMessage> read(byte[] event) {
    JsonNode records = parse(event).path("Records");
    if (!records.isArray() || records.isEmpty()) {
      throw notOfAQueue();
    }
    return records.valueStream().map(QueueMessages::message).toList();
  }

  private static JsonNode parse(byte[] event) {
    try {
      return Json.MAPPER.readTree(event);
    } catch (JacksonException failure) {
      // Without its cause, whose message quotes what it met.
      throw notOfAQueue();
    }
  }

  private static QueueMessage message(JsonNode node) {
    String messageId = node.path("messageId").stringValue("");
    if (!EVENT_SOURCE.equals(node.path("eventSource").stringValue("")) || messageId.isEmpty()) {
      throw notOfAQueue();
    }
    return new QueueMessage(messageId, node.path("body").stringValue(""));
  }

  private static IllegalArgumentException notOfAQueue() {
    return new IllegalArgumentException("Not an event of a queue");
  }
}
