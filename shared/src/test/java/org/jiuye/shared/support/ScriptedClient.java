package org.jiuye.shared.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Fails as AWS does and no emulator can be made to; when its failures are used up, it succeeds. */
public final class ScriptedClient implements DynamoDbClient {
  private final Deque<RuntimeException> failures;
  private int calls;

  public ScriptedClient(RuntimeException... failures) {
    this.failures = new ArrayDeque<>(List.of(failures));
  }

  /** A cancelled transaction with these reasons. */
  public static TransactionCanceledException canceled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .statusCode(400)
        .message("canceled")
        .build();
  }

  /** How often it was called. */
  public int calls() {
    return calls;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    next();
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    next();
    return GetItemResponse.builder().build();
  }

  private void next() {
    calls++;
    if (!failures.isEmpty()) {
      throw failures.removeFirst();
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
