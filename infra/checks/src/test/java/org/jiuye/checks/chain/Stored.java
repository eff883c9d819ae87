package org.jiuye.checks.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.QueueDepth;
import org.jiuye.local.LocalCloud;
import org.jiuye.template.Queue;
import org.jiuye.template.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What a cloud keeps, seen by its administrator. */
final class Stored {
  private final LocalCloud cloud;
  private final Table table;
  private final EmittedEvents events;

  Stored(LocalCloud cloud) {
    this.cloud = cloud;
    this.table = cloud.template().tables().getFirst();
    this.events = new EmittedEvents(cloud.emulatedCloud().streams(), streamArn(cloud));
  }

  private static String streamArn(LocalCloud cloud) {
    return cloud.template().function("EventRelayFunction").streamSources().getFirst().streamArn();
  }

  /** The whole table, by partition and sort key. */
  Map<String, Map<String, AttributeValue>> items() {
    Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    cloud
        .emulatedCloud()
        .dynamoDb()
        .scanPaginator(ScanRequest.builder().tableName(table.name()).consistentRead(true).build())
        .items()
        .forEach(item -> items.put(text(item, "pk") + " " + text(item, "sk"), item));
    return items;
  }

  /** The items of a partition, in their order. */
  List<Map<String, AttributeValue>> partition(String key) {
    return new ArrayList<>(
        cloud
            .emulatedCloud()
            .dynamoDb()
            .queryPaginator(
                QueryRequest.builder()
                    .tableName(table.name())
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(key)))
                    .build())
            .items()
            .stream()
            .toList());
  }

  /** Who holds a stall of a session: the bookings. */
  List<Map<String, AttributeValue>> holders(String siteId, String date) {
    return partition("STALL#SESSION#" + siteId + "#" + date).stream()
        .filter(item -> text(item, "sk").startsWith("STALL#"))
        .toList();
  }

  /** All notifications of all inboxes. */
  List<Map<String, AttributeValue>> notifications() {
    return items().values().stream()
        .filter(item -> text(item, "pk").startsWith("NOTICE#INBOX#"))
        .toList();
  }

  /** Notifications about a thing, in whatever inbox. */
  List<Map<String, AttributeValue>> notificationsAbout(String subject) {
    return notifications().stream().filter(item -> text(item, "subject").equals(subject)).toList();
  }

  /** The events that were written with the table's items. */
  EmittedEvents events() {
    return events;
  }

  /** How many messages are in a queue, including those that are being handled. */
  int depth(String logicalId) {
    Queue queue =
        cloud.template().queues().stream()
            .filter(candidate -> candidate.logicalId().equals(logicalId))
            .findAny()
            .orElseThrow();
    return QueueDepth.of(cloud.emulatedCloud(), queue);
  }

  static String text(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    return value == null || value.s() == null ? "" : value.s();
  }
}
