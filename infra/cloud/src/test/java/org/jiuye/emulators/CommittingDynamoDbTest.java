package org.jiuye.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

class CommittingDynamoDbTest {

  private static final String TABLE = "Things";
  private static final String KEY = "key";
  private static final String REGION = "cn-north-1";
  private static final int TRANSACTIONS = 20;
  private static final int ITEMS = 25;

  /** Large, so that a commit takes its time. */
  private static final AttributeValue TEXT = AttributeValue.fromS("x".repeat(30_000));

  /** What the database's file shows to others is what a killed process leaves. */
  @Test
  void whatWasAnsweredIsCommitted(@TempDir Path directory) throws Exception {
    LocalDynamoDBRequestHandler dynamoDb = new CommittingDynamoDb(directory);
    try {
      makeTable(dynamoDb);
      SQLiteConnection file = new SQLiteConnection(database(directory).toFile());
      file.openReadonly();
      for (int number = 1; number <= TRANSACTIONS; number++) {
        write(dynamoDb, number);
        assertThat(committedTransactions(file)).isEqualTo(number);
      }
      file.dispose();
    } finally {
      dynamoDb.shutdown();
    }
  }

  private static int committedTransactions(SQLiteConnection file) throws SQLiteException {
    SQLiteStatement count = file.prepare("SELECT count(*) FROM tr");
    try {
      count.step();
      return count.columnInt(0);
    } finally {
      count.dispose();
    }
  }

  private static Path database(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".db")).findAny().orElseThrow();
    }
  }

  private static void makeTable(LocalDynamoDBRequestHandler dynamoDb) {
    dynamoDb.createTable(
        KEY,
        REGION,
        CreateTableRequest.builder()
            .tableName(TABLE)
            .attributeDefinitions(
                List.of(
                    AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build()))
            .keySchema(
                List.of(
                    KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .build());
  }

  private static void write(LocalDynamoDBRequestHandler dynamoDb, int number) {
    List<TransactWriteItem> writes =
        IntStream.range(0, ITEMS)
            .mapToObj(item -> Map.of("pk", AttributeValue.fromS(number + "-" + item), "text", TEXT))
            .map(
                item -> TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(item)).build())
            .toList();
    dynamoDb.transactWriteItems(
        KEY, REGION, TransactWriteItemsRequest.builder().transactItems(writes).build());
  }
}
