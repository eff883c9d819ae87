package org.jiuye.emulators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiuye.template.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Makes the template's tables that do not exist yet. */
final class TableMaker {

  private final DynamoDbClient dynamoDb;

  TableMaker(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /**
   * Makes a table, its time to live and its stream.
   *
   * @return the stream's ARN, empty without a stream
   * @throws IllegalStateException when a table of that name exists and has other keys
   */
  Optional<String> make(Table table) {
    TableDescription description = find(table).orElseGet(() -> create(table));
    check(table, description);
    table.timeToLiveAttribute().ifPresent(attribute -> expireBy(table.name(), attribute));
    return Optional.ofNullable(description.latestStreamArn());
  }

  private Optional<TableDescription> find(Table table) {
    try {
      return Optional.of(dynamoDb.describeTable(b -> b.tableName(table.name())).table());
    } catch (ResourceNotFoundException _) {
      return Optional.empty();
    }
  }

  private TableDescription create(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                table.attributeTypes().entrySet().stream()
                    .map(
                        entry ->
                            AttributeDefinition.builder()
                                .attributeName(entry.getKey())
                                .attributeType(entry.getValue())
                                .build())
                    .toList())
            .keySchema(keySchema(table.partitionKey(), table.sortKey()));
    List<GlobalSecondaryIndex> global =
        table.indexes().stream().filter(Table.Index::isGlobal).map(TableMaker::global).toList();
    List<LocalSecondaryIndex> local =
        table.indexes().stream().filter(index -> !index.isGlobal()).map(TableMaker::local).toList();
    if (!global.isEmpty()) {
      request.globalSecondaryIndexes(global);
    }
    if (!local.isEmpty()) {
      request.localSecondaryIndexes(local);
    }
    table
        .streamViewType()
        .ifPresent(
            type ->
                request.streamSpecification(
                    stream -> stream.streamEnabled(true).streamViewType(type)));
    return dynamoDb.createTable(request.build()).tableDescription();
  }

  private static void check(Table table, TableDescription existing) {
    boolean sameKeys =
        existing.keySchema().equals(keySchema(table.partitionKey(), table.sortKey()));
    boolean sameStream =
        table
            .streamViewType()
            .equals(
                Optional.ofNullable(existing.streamSpecification())
                    .map(stream -> stream.streamViewTypeAsString()));
    boolean sameIndexes =
        existing.globalSecondaryIndexes().size() + existing.localSecondaryIndexes().size()
            == table.indexes().size();
    if (!sameKeys || !sameStream || !sameIndexes) {
      throw new IllegalStateException(
          "The data kept was made with another template: table "
              + table.name()
              + " has other keys, indexes or stream. Start anew with a fresh data directory.");
    }
  }

  private void expireBy(String tableName, String attribute) {
    String current =
        dynamoDb
            .describeTimeToLive(b -> b.tableName(tableName))
            .timeToLiveDescription()
            .attributeName();
    if (!attribute.equals(current)) {
      dynamoDb.updateTimeToLive(
          b ->
              b.tableName(tableName)
                  .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
    }
  }

  private static GlobalSecondaryIndex global(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keySchema(index.partitionKey(), index.sortKey()))
        .projection(projection(index))
        .build();
  }

  private static LocalSecondaryIndex local(Table.Index index) {
    return LocalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keySchema(index.partitionKey(), index.sortKey()))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(Table.Index index) {
    Projection.Builder projection = Projection.builder().projectionType(index.projectionType());
    return index.nonKeyAttributes().isEmpty()
        ? projection.build()
        : projection.nonKeyAttributes(index.nonKeyAttributes()).build();
  }

  private static List<KeySchemaElement> keySchema(String partitionKey, Optional<String> sortKey) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(element(partitionKey, KeyType.HASH));
    sortKey.ifPresent(name -> schema.add(element(name, KeyType.RANGE)));
    return schema;
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
