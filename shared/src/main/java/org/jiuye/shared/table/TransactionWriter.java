package org.jiuye.shared.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuye.shared.aws.Retry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Writes several items, all or none. Every try of one write carries the same client token, by which
 * DynamoDB knows for ten minutes that it has done it already.
 */
final class TransactionWriter {
  private static final ReturnValuesOnConditionCheckFailure OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  private final DynamoDbClient client;
  private final String tableName;

  TransactionWriter(DynamoDbClient client, String tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  Refusals write(List<? extends Write> writes) {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .clientRequestToken(UUID.randomUUID().toString())
            .transactItems(writes.stream().map(this::item).toList())
            .build();
    return Retry.untilVerdict(() -> attempt(request));
  }

  private Refusals attempt(TransactWriteItemsRequest request) {
    try {
      client.transactWriteItems(request);
      return Refusals.NONE;
    } catch (TransactionCanceledException canceled) {
      Map<Integer, Map<String, AttributeValue>> refusals = new LinkedHashMap<>();
      List<CancellationReason> reasons = canceled.cancellationReasons();
      for (int position = 0; position < reasons.size(); position++) {
        if ("ConditionalCheckFailed".equals(reasons.get(position).code())) {
          refusals.put(position, reasons.get(position).item());
        }
      }
      if (refusals.isEmpty()) {
        throw canceled;
      }
      return new Refusals(refusals);
    }
  }

  private TransactWriteItem item(Write write) {
    TransactWriteItem.Builder item = TransactWriteItem.builder();
    switch (write) {
      case Write.Put put -> item.put(put(put));
      case Write.Update update -> item.update(update(update));
      case Write.Delete delete -> item.delete(delete(delete));
      case Write.Check check -> item.conditionCheck(check(check));
    }
    return item.build();
  }

  private Put put(Write.Put put) {
    Put.Builder builder = Put.builder().tableName(tableName).item(put.item());
    put.condition()
        .ifPresent(
            condition ->
                builder
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(orNull(condition.names()))
                    .expressionAttributeValues(orNull(condition.values()))
                    .returnValuesOnConditionCheckFailure(OLD));
    return builder.build();
  }

  private Update update(Write.Update update) {
    Expression both = Expression.join(update);
    Update.Builder builder =
        Update.builder()
            .tableName(tableName)
            .key(update.key().attributes())
            .updateExpression(update.update().text())
            .expressionAttributeNames(orNull(both.names()))
            .expressionAttributeValues(orNull(both.values()));
    update
        .condition()
        .ifPresent(
            condition ->
                builder
                    .conditionExpression(condition.text())
                    .returnValuesOnConditionCheckFailure(OLD));
    return builder.build();
  }

  private Delete delete(Write.Delete delete) {
    Delete.Builder builder = Delete.builder().tableName(tableName).key(delete.key().attributes());
    delete
        .condition()
        .ifPresent(
            condition ->
                builder
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(orNull(condition.names()))
                    .expressionAttributeValues(orNull(condition.values()))
                    .returnValuesOnConditionCheckFailure(OLD));
    return builder.build();
  }

  private ConditionCheck check(Write.Check check) {
    return ConditionCheck.builder()
        .tableName(tableName)
        .key(check.key().attributes())
        .conditionExpression(check.expectation().text())
        .expressionAttributeNames(orNull(check.expectation().names()))
        .expressionAttributeValues(orNull(check.expectation().values()))
        .returnValuesOnConditionCheckFailure(OLD)
        .build();
  }

  /** DynamoDB refuses an empty map of placeholders. */
  @SuppressWarnings("NullAway") // The SDK's builders take null for "not given".
  static <V> Map<String, V> orNull(Map<String, V> placeholders) {
    return placeholders.isEmpty() ? null : placeholders;
  }
}
