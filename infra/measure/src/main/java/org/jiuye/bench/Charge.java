package org.jiuye.bench;

import java.util.Map;
import java.util.Optional;
import org.jiuye.bench.Recording.Exchange;
import org.jiuye.testing.ItemSize;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * What requests were charged: what DynamoDB Local reports ({@code ReturnConsumedCapacity}), except
 * for transactions. Of several items in a transaction that cost the same it counts one; so
 * transactions are worked out from their items, each by the larger of before and after, as DynamoDB
 * does. A transaction that was refused is charged, too, and reports nothing.
 */
final class Charge {
  private final TableSizes before;
  private final TableSizes after;

  Charge(TableSizes before, TableSizes after) {
    this.before = before;
    this.after = after;
  }

  /** For all that was sent between the two moments. */
  Units of(Recording recording) {
    return recording.exchanges().stream().map(this::of).reduce(Units.NONE, Units::plus);
  }

  private Units of(Exchange exchange) {
    if (exchange.request() instanceof TransactWriteItemsRequest transaction) {
      return transaction.transactItems().stream().map(this::of).reduce(Units.NONE, Units::plus);
    }
    Optional<DynamoDbResponse> response = exchange.response();
    if (response.isEmpty()) {
      throw new IllegalArgumentException("Nobody knows what a refused request was charged");
    }
    return switch (response.get()) {
      case GetItemResponse get -> new Units(units(get.consumedCapacity()), 0);
      case QueryResponse query -> new Units(units(query.consumedCapacity()), 0);
      case PutItemResponse put -> new Units(0, units(put.consumedCapacity()));
      case DeleteItemResponse delete -> new Units(0, units(delete.consumedCapacity()));
      case UpdateItemResponse update -> new Units(0, units(update.consumedCapacity()));
      default -> throw new IllegalArgumentException("No units of " + response.get().getClass());
    };
  }

  private Units of(TransactWriteItem write) {
    Map<String, AttributeValue> key = key(write);
    int sent = write.put() == null ? 0 : ItemSize.of(write.put().item());
    return Units.writtenInTransaction(Math.max(sent, Math.max(before.of(key), after.of(key))));
  }

  /** The key of what a transaction writes; it may hold more than the key. */
  static Map<String, AttributeValue> key(TransactWriteItem write) {
    if (write.put() != null) {
      return write.put().item();
    }
    if (write.update() != null) {
      return write.update().key();
    }
    return write.conditionCheck() != null ? write.conditionCheck().key() : write.delete().key();
  }

  private static double units(ConsumedCapacity capacity) {
    return capacity.capacityUnits();
  }
}
