package org.jiuye.shared.table;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jiuye.shared.invocation.Priming;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Has the SDK write, sign and read requests once, by a client that reaches nobody: loaded and
 * compiled they are good for every copy, and nothing is open that would be frozen.
 */
final class TablePriming implements Priming {
  private static final String NAME = "priming";

  private final Region region;

  TablePriming(Region region) {
    this.region = region;
  }

  @Override
  public void prime() {
    Map<String, AttributeValue> item =
        Map.of("pk", AttributeValue.fromS(NAME), "sk", AttributeValue.fromS(NAME));
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .region(region)
            .httpClient(new Nobody())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(NAME, NAME)))
            .build()) {
      client.getItem(get -> get.tableName(NAME).key(item));
      client.query(query -> query.tableName(NAME).keyConditionExpression("pk = :pk"));
      client.putItem(put -> put.tableName(NAME).item(item));
      client.updateItem(update -> update.tableName(NAME).key(item));
      TransactWriteItem write =
          TransactWriteItem.builder().put(put -> put.tableName(NAME).item(item)).build();
      client.transactWriteItems(transaction -> transaction.transactItems(write));
    }
  }

  /** Answers every request by itself, with nothing. */
  private static final class Nobody implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
              .build();
        }

        @Override
        public void abort() {
          // Nothing is under way.
        }
      };
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
