package org.jiuye.bench;

import java.util.HashMap;
import java.util.Map;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.table.Key;
import org.jiuye.testing.ItemSize;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large every item of the table was at a moment. */
final class TableSizes {
  private final Map<Key, Integer> bytes = new HashMap<>();

  private TableSizes() {}

  static TableSizes of(EmulatedCloud cloud) {
    TableSizes sizes = new TableSizes();
    String table = cloud.template().tables().getFirst().name();
    cloud
        .dynamoDb()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(item -> sizes.bytes.put(Key.of(item), ItemSize.of(item)));
    return sizes;
  }

  /** The size of the item of a key, 0 where there was none. */
  int of(Map<String, AttributeValue> key) {
    return bytes.getOrDefault(Key.of(key), 0);
  }
}
