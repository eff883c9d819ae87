package org.jiuye.emulators;

import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * DynamoDB Local on disk, answering a transaction when it is committed. By itself it answers while
 * the commit still waits in its database's queue: a process that is killed just then has promised
 * what it never wrote. Single writes do not need this; they are answered committed.
 */
final class CommittingDynamoDb extends LocalDynamoDBRequestHandler {

  private static final ListTablesRequest ANYTHING = ListTablesRequest.builder().limit(1).build();

  CommittingDynamoDb(Path directory) {
    // One database for all keys and regions, as an account has one set of tables.
    super(0, false, directory.toString(), true, false);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(
      String accessKey, String region, TransactWriteItemsRequest request) {
    TransactWriteItemsResponse response = super.transactWriteItems(accessKey, region, request);
    // The next request waits in the queue behind the commit.
    listTables(accessKey, region, ANYTHING);
    return response;
  }
}
