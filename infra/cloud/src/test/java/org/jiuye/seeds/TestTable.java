package org.jiuye.seeds;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one table, empty, in memory. */
final class TestTable implements AutoCloseable {

  static final String NAME = "jiuye-Table";

  private final EmulatedCloud cloud =
      EmulatedCloud.start(
          CloudOptions.inMemory(Path.of("src/test/resources/template.yaml"), Map.of()));
  private final DynamoDbClient client = cloud.dynamoDb();

  DynamoDbClient client() {
    return client;
  }

  void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(NAME).item(item));
  }

  /** Everything in the table. */
  Map<SeedItem.Key, Map<String, AttributeValue>> content() {
    return client.scanPaginator(scan -> scan.tableName(NAME)).items().stream()
        .collect(toMap(SeedItem.Key::of, Function.identity()));
  }

  /** One item, which must be there. */
  Map<String, AttributeValue> item(SeedItem.Key key) {
    return Objects.requireNonNull(content().get(key), key.toString());
  }

  @Override
  public void close() {
    cloud.close();
  }
}
