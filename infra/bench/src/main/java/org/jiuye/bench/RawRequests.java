package org.jiuye.bench;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Requests that a function sent, to be sent again without it. */
record RawRequests(List<DynamoDbRequest> requests) {
  /** Those that write. */
  RawRequests writes() {
    return new RawRequests(
        requests.stream().filter(TransactWriteItemsRequest.class::isInstance).toList());
  }

  void send(DynamoDbClient client) {
    for (DynamoDbRequest request : requests) {
      switch (request) {
        case TransactWriteItemsRequest write -> client.transactWriteItems(write);
        case GetItemRequest get -> client.getItem(get);
        case QueryRequest query -> client.query(query);
        default -> throw new IllegalStateException("No booking sends a " + request.getClass());
      }
    }
  }
}
