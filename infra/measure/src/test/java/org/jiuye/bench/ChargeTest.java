package org.jiuye.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.emulators.CloudOptions;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.testing.ItemSize;
import org.jiuye.testing.TestCloud;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The units that are worked out agree with those that DynamoDB Local reports, where it reports any.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ChargeTest {
  private final EmulatedCloud cloud =
      EmulatedCloud.start(
          CloudOptions.inMemory(TestCloud.root().resolve("template.yaml"), TestCloud.PARAMETERS));
  private final String table = cloud.template().tables().getFirst().name();
  private final DynamoDbClient client = cloud.dynamoDb();

  @AfterAll
  void close() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1023, 1024, 1025, 2048, 2049})
  void aWriteIsReportedAsItsItemIsWeighed(int bytes) {
    assertThat(charge(() -> put(item("write", bytes)))).isEqualTo(Units.written(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 4095, 4096, 4097, 8192, 8193})
  void aReadIsReportedAsItsItemIsWeighed(int bytes) {
    put(item("read", bytes));
    assertThat(charge(() -> get(true))).isEqualTo(Units.readConsistently(bytes));
    assertThat(charge(() -> get(false))).isEqualTo(Units.read(bytes));
  }

  @Test
  void aQueryIsReportedAsItsItemsAreWeighedTogether() {
    put(item("query-1", 2048));
    put(item("query-2", 2048));
    assertThat(charge(this::query)).isEqualTo(Units.read(4096));
    put(item("query-3", 100));
    assertThat(charge(this::query)).isEqualTo(Units.read(4196));
  }

  @Test
  void everyItemOfATransactionCountsTwiceByTheLargerOfBeforeAndAfter() {
    Units put =
        charge(() -> transact(put("t1", 1024), put("t2", 1024), put("t3", 1025), put("t4", 90)));
    assertThat(put).isEqualTo(new Units(0, 2 + 2 + 4 + 2));
    Units changed = charge(() -> transact(put("t1", 1500), put("t3", 90), delete("t2")));
    assertThat(changed).isEqualTo(new Units(0, 4 + 4 + 2));
  }

  @Test
  void aRefusedTransactionIsChargedAsIfItHadBeenWritten() {
    TransactWriteItem refused =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(item("refused", 1025))
                        .conditionExpression("attribute_exists(pk)"))
            .build();
    Units charged =
        charge(
            () ->
                assertThatThrownBy(() -> transact(refused, put("with it", 90)))
                    .isInstanceOf(TransactionCanceledException.class));
    assertThat(charged).isEqualTo(new Units(0, 4 + 2));
  }

  private Units charge(Runnable action) {
    TableSizes before = TableSizes.of(cloud);
    Recording recording = Meter.measure(action);
    return new Charge(before, TableSizes.of(cloud)).of(recording);
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(table).item(item));
  }

  private void get(boolean consistent) {
    client.getItem(get -> get.tableName(table).key(key("read")).consistentRead(consistent));
  }

  private void query() {
    client.query(
        query ->
            query
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":pk", text("BENCH#"), ":sk", text("query"))));
  }

  private void transact(TransactWriteItem... writes) {
    client.transactWriteItems(write -> write.transactItems(writes));
  }

  private TransactWriteItem put(String sort, int bytes) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table).item(item(sort, bytes)))
        .build();
  }

  private TransactWriteItem delete(String sort) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(table).key(key(sort)))
        .build();
  }

  /** An item of so many bytes, with every kind of attribute where there is room for them. */
  private static Map<String, AttributeValue> item(String sort, int bytes) {
    Map<String, AttributeValue> item = new HashMap<>(key(sort));
    if (bytes >= 1000) {
      item.put("人民公园", text("夜市"));
      item.put("numbers", AttributeValue.fromL(numbers()));
      item.put("set", AttributeValue.fromSs(List.of("a", "bc")));
      item.put("number-set", AttributeValue.fromNs(List.of("1", "-22.5")));
      item.put("bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("bytes")));
      item.put(
          "map",
          AttributeValue.fromM(Map.of("yes", AttributeValue.fromBool(true), "n", nothing())));
    }
    item.put("filler", text(""));
    item.put("filler", text("x".repeat(bytes - ItemSize.of(item))));
    return item;
  }

  private static List<AttributeValue> numbers() {
    return Stream.of("0", "7", "42", "-42", "1203400", "0.001", "-12.5", "123456789012345")
        .map(AttributeValue::fromN)
        .toList();
  }

  private static AttributeValue nothing() {
    return AttributeValue.fromNul(true);
  }

  private static Map<String, AttributeValue> key(String sort) {
    return Map.of("pk", text("BENCH#"), "sk", text(sort));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
