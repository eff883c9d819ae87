package org.jiuye.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuye.emulators.TestCloud.TABLE;
import static org.jiuye.emulators.TestCloud.key;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiuye.emulators.gateway.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class RoleEnforcementTest {

  private static EmulatedCloud cloud;
  private static DynamoDbClient writer;
  private static SqsClient sender;

  @BeforeAll
  static void start() {
    cloud = EmulatedCloud.start(TestCloud.options());
    writer = TestCloud.dynamoDb(cloud.endpoint(), cloud.credentialsOf("Writer"));
    sender = TestCloud.sqs(cloud.endpoint(), cloud.credentialsOf("Writer"));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void ownItemsCanBeWrittenAndRead() {
    writer.putItem(b -> b.tableName(TABLE).item(key("OWN#1", "a")));

    assertThat(writer.getItem(b -> b.tableName(TABLE).key(key("OWN#1", "a"))).item())
        .isEqualTo(key("OWN#1", "a"));
    assertThat(
            writer
                .putItem(
                    b ->
                        b.tableName(TABLE)
                            .item(key("OWN#1", "b"))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits())
        .isEqualTo(1.0);
  }

  @Test
  void anotherOwnersItemCanNotBeWritten() {
    assertThatThrownBy(() -> writer.putItem(b -> b.tableName(TABLE).item(key("ELSE#1", "a"))))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(e.statusCode()).isEqualTo(400);
            })
        .hasMessageContaining("not authorized to perform: dynamodb:PutItem")
        .hasMessageContaining(":table/jiuye-Table");
    assertThat(cloud.dynamoDb().getItem(b -> b.tableName(TABLE).key(key("ELSE#1", "a"))).item())
        .isEmpty();
  }

  @Test
  void readingIsWiderThanWritingWhereTheRoleSaysSo() {
    assertThatCode(() -> writer.getItem(b -> b.tableName(TABLE).key(key("SHARED#1", "a"))))
        .doesNotThrowAnyException();
    assertRefused(() -> writer.putItem(b -> b.tableName(TABLE).item(key("SHARED#1", "a"))));
    assertRefused(() -> writer.deleteItem(b -> b.tableName(TABLE).key(key("SHARED#1", "a"))));
  }

  @Test
  void aDenyWinsOverAnAllow() {
    assertThatThrownBy(() -> writer.getItem(b -> b.tableName(TABLE).key(key("OWN#sealed", "a"))))
        .hasMessageContaining("explicit deny");
  }

  @Test
  void oneForbiddenItemRefusesTheWholeTransaction() {
    assertRefused(
        () ->
            writer.transactWriteItems(
                b -> b.transactItems(put("OWN#tx", "a"), put("ELSE#tx", "a"))));
    assertThat(cloud.dynamoDb().getItem(b -> b.tableName(TABLE).key(key("OWN#tx", "a"))).item())
        .isEmpty();

    assertThatCode(
            () ->
                writer.transactWriteItems(
                    b -> b.transactItems(put("OWN#tx", "a"), put("OWN#ty", "a"))))
        .doesNotThrowAnyException();
  }

  @Test
  void aConditionCheckIsAnActionOfItsOwn() {
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(
                c ->
                    c.tableName(TABLE)
                        .key(key("OWN#1", "a"))
                        .conditionExpression("attribute_not_exists(x)"))
            .build();

    assertThatThrownBy(() -> writer.transactWriteItems(b -> b.transactItems(check)))
        .hasMessageContaining("dynamodb:ConditionCheckItem");
  }

  @Test
  void aScanIsRefusedForItHasNoLeadingKey() {
    assertRefused(() -> writer.scan(b -> b.tableName(TABLE)));
    assertRefused(
        () -> writer.executeStatement(b -> b.statement("SELECT * FROM \"" + TABLE + "\"")));
  }

  @Test
  void aQueryIsJudgedByItsPartition() {
    assertThatCode(() -> query("pk = :pk AND begins_with(sk, :sk)", "OWN#1"))
        .doesNotThrowAnyException();
    assertThatCode(() -> query("(:pk = pk) AND (begins_with(sk, :sk))", "OWN#1"))
        .doesNotThrowAnyException();
    assertRefused(() -> query("pk = :pk AND begins_with(sk, :sk)", "ELSE#1"));
    // The sort key cannot pass for the partition key.
    assertRefused(() -> query("sk = :sk AND pk = :pk", "ELSE#1", "OWN#1"));
    assertRefused(
        () ->
            writer.query(
                b ->
                    b.tableName(TABLE)
                        .keyConditionExpression("#k=:v")
                        .expressionAttributeNames(Map.of("#k", "pk"))
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromS("ELSE#1")))));
  }

  @Test
  void aQueryOfAnIndexIsJudgedByTheIndexsPartition() {
    assertThatCode(() -> queryIndex("OWN#1")).doesNotThrowAnyException();
    assertRefused(() -> queryIndex("ELSE#1"));
  }

  @Test
  void aBatchIsRefusedWhenOneKeyIs() {
    assertRefused(
        () -> writer.batchGetItem(b -> b.requestItems(Map.of(TABLE, keys("OWN#1", "ELSE#1")))));
    assertThatCode(
            () -> writer.batchGetItem(b -> b.requestItems(Map.of(TABLE, keys("OWN#1", "OWN#2")))))
        .doesNotThrowAnyException();
    assertRefused(
        () ->
            writer.batchWriteItem(
                b -> b.requestItems(Map.of(TABLE, List.of(write("OWN#1"), write("ELSE#1"))))));
  }

  @Test
  void whatNoStatementNamesIsRefused() {
    assertRefused(() -> writer.describeTable(b -> b.tableName(TABLE)));
    assertRefused(() -> writer.listTables());
    assertRefused(() -> writer.getItem(b -> b.tableName("other-table").key(key("OWN#1", "a"))));
  }

  @Test
  void messagesGoOnlyToQueuesThatTheRoleNames() {
    String allowed = cloud.template().queue("Allowed").url();
    String other = cloud.template().queue("Other").url();

    sender.sendMessage(b -> b.queueUrl(allowed).messageBody("hello"));
    sender.sendMessageBatch(
        b ->
            b.queueUrl(allowed)
                .entries(
                    SendMessageBatchRequestEntry.builder().id("1").messageBody("too").build()));

    assertThatThrownBy(() -> sender.sendMessage(b -> b.queueUrl(other).messageBody("hello")))
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).startsWith("AccessDenied"))
        .hasMessageContaining("sqs:SendMessage");
    assertThatThrownBy(() -> sender.receiveMessage(b -> b.queueUrl(allowed)))
        .hasMessageContaining("sqs:ReceiveMessage");
    assertThat(
            cloud.sqs().receiveMessage(b -> b.queueUrl(allowed).maxNumberOfMessages(10)).messages())
        .extracting(message -> message.body())
        .containsExactlyInAnyOrder("hello", "too");
  }

  @Test
  void anUnknownKeyIsTurnedAway() {
    Credentials unknown = new Credentials("ASIAUNKNOWN", "secret");

    assertThatThrownBy(
            () ->
                TestCloud.dynamoDb(cloud.endpoint(), unknown)
                    .getItem(b -> b.tableName(TABLE).key(key("OWN#1", "a"))))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException"));
    assertThatThrownBy(() -> TestCloud.sqs(cloud.endpoint(), unknown).listQueues())
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
  }

  @Test
  void theAdministratorMayDoAllThroughTheGateway() {
    DynamoDbClient administrator = TestCloud.dynamoDb(cloud.endpoint(), cloud.adminCredentials());

    assertThat(administrator.listTables().tableNames()).containsExactly(TABLE);
    assertThatCode(() -> administrator.scan(b -> b.tableName(TABLE))).doesNotThrowAnyException();
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  private static void query(String condition, String pk) {
    query(condition, pk, "x");
  }

  private static void query(String condition, String pk, String sk) {
    writer.query(
        b ->
            b.tableName(TABLE)
                .keyConditionExpression(condition)
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(sk))));
  }

  private static void queryIndex(String owner) {
    writer.query(
        b ->
            b.tableName(TABLE)
                .indexName("byOwner")
                .keyConditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", "owner"))
                .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner))));
  }

  private static TransactWriteItem put(String pk, String sk) {
    return TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(key(pk, sk))).build();
  }

  private static WriteRequest write(String pk) {
    return WriteRequest.builder()
        .putRequest(PutRequest.builder().item(key(pk, "batch")).build())
        .build();
  }

  private static KeysAndAttributes keys(String... partitionKeys) {
    return KeysAndAttributes.builder()
        .keys(Stream.of(partitionKeys).map(pk -> key(pk, "a")).toList())
        .build();
  }
}
