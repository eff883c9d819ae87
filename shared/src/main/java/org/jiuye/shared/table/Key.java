package org.jiuye.shared.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item.
 *
 * @param partition the partition key, {@value #PARTITION}; it begins with its owner's prefix
 * @param sort the sort key, {@value #SORT}
 */
public record Key(String partition, String sort) {
  public static final String PARTITION = "pk";
  public static final String SORT = "sk";

  /** This key as DynamoDB takes it. */
  public Map<String, AttributeValue> attributes() {
    return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
  }

  /** The key of an item that was read. */
  public static Key of(Map<String, AttributeValue> item) {
    return new Key(Items.text(item, PARTITION), Items.text(item, SORT));
  }
}
