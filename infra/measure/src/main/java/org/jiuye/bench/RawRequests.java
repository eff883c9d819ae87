package org.jiuye.bench;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Requests that a function sent, to be sent again without it. */
record RawRequests(List<DynamoDbRequest> requests) {
  /** Those that write. */
  RawRequests writes() {
    return new RawRequests(
        requests.stream()
            .filter(
                request -> !(request instanceof GetItemRequest || request instanceof QueryRequest))
            .toList());
  }

  void send(DynamoDbClient client) {
    for (DynamoDbRequest request : requests) {
      switch (request) {
        case TransactWriteItemsRequest write -> client.transactWriteItems(write);
        case PutItemRequest put -> client.putItem(put);
        case UpdateItemRequest update -> client.updateItem(update);
        case DeleteItemRequest delete -> client.deleteItem(delete);
        case GetItemRequest get -> client.getItem(get);
        case QueryRequest query -> client.query(query);
        default -> throw new IllegalStateException("No function sends a " + request.getClass());
      }
    }
  }
}
