package org.jiuye.seeds;

import java.util.function.IntConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A client in which something happens before each put, which the hook is told the number of. */
final class HookedClient implements DynamoDbClient {

  private final DynamoDbClient delegate;
  private final IntConsumer beforePut;
  private int puts;

  HookedClient(DynamoDbClient delegate, IntConsumer beforePut) {
    this.delegate = delegate;
    this.beforePut = beforePut;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    beforePut.accept(++puts);
    return delegate.putItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return delegate.query(request);
  }

  @Override
  public String serviceName() {
    return delegate.serviceName();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
