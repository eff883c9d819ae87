package org.jiuye.shared.table;

import static org.jiuye.shared.table.TransactionWriter.orNull;

import java.util.Map;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.aws.Retry;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes one item, at half the price of a transaction. There is no client token here: when an
 * answer was lost, a refusal of the next try may be the doing of the first. It is taken for success
 * where the very item stands there, and for "nobody can tell" elsewhere.
 */
final class SingleWriter {
  private static final ReturnValuesOnConditionCheckFailure OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  private final DynamoDbClient client;
  private final String tableName;

  SingleWriter(DynamoDbClient client, String tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  Refusals write(Write write) {
    Attempts attempts = new Attempts();
    return Retry.untilVerdict(() -> attempt(write, attempts));
  }

  private Refusals attempt(Write write, Attempts attempts) {
    try {
      switch (write) {
        case Write.Put put -> put(put);
        case Write.Update update -> update(update);
        case Write.Delete delete -> delete(delete);
        case Write.Check _ -> throw new IllegalArgumentException("A check alone writes nothing");
      }
      return Refusals.NONE;
    } catch (ConditionalCheckFailedException refusal) {
      Map<String, AttributeValue> obstacle = refusal.hasItem() ? refusal.item() : Map.of();
      if (!attempts.answerLost) {
        return new Refusals(Map.of(0, obstacle));
      }
      if (write instanceof Write.Put put && put.item().equals(obstacle)) {
        return Refusals.NONE;
      }
      throw new ContentionException(refusal);
    } catch (SdkException failure) {
      attempts.answerLost |=
          !(failure instanceof DynamoDbException error) || error.statusCode() >= 500;
      throw failure;
    }
  }

  private void put(Write.Put put) {
    PutItemRequest.Builder request = PutItemRequest.builder().tableName(tableName).item(put.item());
    put.condition()
        .ifPresent(
            condition ->
                request
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(orNull(condition.names()))
                    .expressionAttributeValues(orNull(condition.values()))
                    .returnValuesOnConditionCheckFailure(OLD));
    client.putItem(request.build());
  }

  private void update(Write.Update update) {
    Expression both = Expression.join(update);
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(tableName)
            .key(update.key().attributes())
            .updateExpression(update.update().text())
            .expressionAttributeNames(orNull(both.names()))
            .expressionAttributeValues(orNull(both.values()));
    update
        .condition()
        .ifPresent(
            condition ->
                request
                    .conditionExpression(condition.text())
                    .returnValuesOnConditionCheckFailure(OLD));
    client.updateItem(request.build());
  }

  private void delete(Write.Delete delete) {
    DeleteItemRequest.Builder request =
        DeleteItemRequest.builder().tableName(tableName).key(delete.key().attributes());
    delete
        .condition()
        .ifPresent(
            condition ->
                request
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(orNull(condition.names()))
                    .expressionAttributeValues(orNull(condition.values()))
                    .returnValuesOnConditionCheckFailure(OLD));
    client.deleteItem(request.build());
  }

  /** What earlier tries of the same write left open. */
  private static final class Attempts {
    private boolean answerLost;
  }
}
