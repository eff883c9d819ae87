package org.jiuye.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.event.Outbox;
import org.jiuye.testing.ItemSize;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** How large the items are that transactions leave behind: 1,024 bytes are a step of the price. */
final class ItemSizes {
  private static final Set<String> KEYS = Set.of("pk", "sk");

  private final EmulatedCloud cloud;
  private final List<List<String>> rows = new ArrayList<>();

  ItemSizes(EmulatedCloud cloud) {
    this.cloud = cloud;
    rows.add(List.of("item", "bytes", "of which outbox"));
  }

  /** Weighs what an operation wrote in a transaction. */
  void add(String name, Recording recording) {
    for (DynamoDbRequest request : recording.requests()) {
      if (request instanceof TransactWriteItemsRequest write) {
        write.transactItems().forEach(item -> add(name, only(Charge.key(item), KEYS)));
      }
    }
  }

  List<String> table() {
    return Texts.table(rows);
  }

  /** What an item's events take of it. */
  static int outboxOf(Map<String, AttributeValue> item) {
    return ItemSize.of(only(item, Set.of(Outbox.ID, Outbox.EVENTS)));
  }

  private void add(String operation, Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        cloud
            .dynamoDb()
            .getItem(
                get ->
                    get.tableName(cloud.template().tables().getFirst().name())
                        .key(key)
                        .consistentRead(true))
            .item();
    rows.add(
        List.of(
            operation + ": " + name(key),
            item.isEmpty() ? "gone" : Texts.number(ItemSize.of(item), 0),
            item.isEmpty() ? "" : Texts.number(outboxOf(item), 0)));
  }

  /** What kind of item it is: the words in capitals with which its two keys begin. */
  private static String name(Map<String, AttributeValue> key) {
    return (words(key, "pk") + " " + words(key, "sk")).strip();
  }

  private static String words(Map<String, AttributeValue> key, String name) {
    String text = key.getOrDefault(name, AttributeValue.fromS("")).s();
    return Arrays.stream(text.split("#", -1))
        .takeWhile(part -> part.matches("[A-Z]+"))
        .collect(Collectors.joining("#"));
  }

  private static Map<String, AttributeValue> only(
      Map<String, AttributeValue> item, Set<String> names) {
    Map<String, AttributeValue> some = new HashMap<>(item);
    some.keySet().retainAll(names);
    return some;
  }
}
