package org.jiuye.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** What was sent to DynamoDB, in order. */
final class Recording {
  private final boolean asksForUnits;
  private final List<Exchange> exchanges = new ArrayList<>();

  Recording(boolean asksForUnits) {
    this.asksForUnits = asksForUnits;
  }

  boolean asksForUnits() {
    return asksForUnits;
  }

  /**
   * A request and its answer.
   *
   * @param response empty where it was refused
   */
  record Exchange(DynamoDbRequest request, Optional<DynamoDbResponse> response) {}

  void add(DynamoDbRequest request, Optional<DynamoDbResponse> response) {
    exchanges.add(new Exchange(request, response));
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  List<DynamoDbRequest> requests() {
    return exchanges.stream().map(Exchange::request).toList();
  }
}
