package org.jiuye.shared.support;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client for tests in which nothing may reach the table: every operation is refused. */
public final class UnusedClient implements DynamoDbClient {
  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
