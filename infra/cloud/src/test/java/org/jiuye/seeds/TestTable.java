package org.jiuye.seeds;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The one table, empty, in memory. */
final class TestTable implements AutoCloseable {

  static final String NAME = "jiuye";

  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
  private final DynamoDbClient client = local.dynamoDbClient();

  TestTable() {
    client.createTable(
        table ->
            table
                .tableName(NAME)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(attribute("pk"), attribute("sk")))
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

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
    client.close();
    local.shutdown();
  }
}
