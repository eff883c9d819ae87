package org.jiuye.bench;

import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Listens to what a function's own DynamoDB client sends, and asks DynamoDB for the units. The SDK
 * finds it on the class path ({@code execution.interceptors}), so the functions are measured as
 * they are; outside of a recording it does nothing.
 */
public final class Meter implements ExecutionInterceptor {
  private static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  /** Runs something; answers what it sent to DynamoDB from this thread, with what it cost. */
  static Recording measure(Runnable action) {
    return record(new Recording(true), action);
  }

  /** Runs something; answers what it sent to DynamoDB from this thread, as it was sent. */
  static Recording listen(Runnable action) {
    return record(new Recording(false), action);
  }

  private static Recording record(Recording recording, Runnable action) {
    ScopedValue.where(CURRENT, recording).run(action);
    return recording;
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return CURRENT.isBound() && CURRENT.get().asksForUnits()
        ? askForUnits(context.request())
        : context.request();
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    if (CURRENT.isBound()
        && context.request() instanceof DynamoDbRequest request
        && context.response() instanceof DynamoDbResponse response) {
      CURRENT.get().add(request, Optional.of(response));
    }
  }

  @Override
  public void onExecutionFailure(
      Context.FailedExecution context, ExecutionAttributes executionAttributes) {
    if (CURRENT.isBound() && context.request() instanceof DynamoDbRequest request) {
      CURRENT.get().add(request, Optional.empty());
    }
  }

  private static SdkRequest askForUnits(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(TOTAL).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(TOTAL).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(TOTAL).build();
      case DeleteItemRequest delete -> delete.toBuilder().returnConsumedCapacity(TOTAL).build();
      case TransactWriteItemsRequest write ->
          write.toBuilder().returnConsumedCapacity(TOTAL).build();
      default -> request;
    };
  }
}
