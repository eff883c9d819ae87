package org.jiuye.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuye.emulators.TestCloud.TABLE;
import static org.jiuye.emulators.TestCloud.key;

import java.util.ArrayList;
import java.util.List;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.emulators.gateway.Faults.Injection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

class FaultsTest {

  private static EmulatedCloud cloud;
  private static DynamoDbClient writer;

  @BeforeAll
  static void start() {
    cloud = EmulatedCloud.start(TestCloud.options());
    writer = TestCloud.dynamoDb(cloud.endpoint(), cloud.credentialsOf("Writer"));
  }

  @AfterEach
  void clear() {
    cloud.faults().clear();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void aTransactionMeetsAnotherOne() {
    cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 1, 1);

    assertThatThrownBy(
            () ->
                writer.transactWriteItems(
                    b -> b.transactItems(put("OWN#conflict"), put("OWN#conflict2"))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("TransactionConflict", "None"));
    assertThatThrownBy(() -> write("OWN#conflict"))
        .isInstanceOf(TransactionConflictException.class);
    assertThat(exists("OWN#conflict")).isFalse();
    assertThatCode(() -> writer.getItem(b -> b.tableName(TABLE).key(key("OWN#1", "a"))))
        .doesNotThrowAnyException();
  }

  @Test
  void throttlingAndInternalErrorsDoNothing() {
    try (Injection throttling = cloud.faults().inject(Fault.THROTTLING, 1, 1)) {
      assertThatThrownBy(() -> write("OWN#throttled"))
          .isInstanceOf(ProvisionedThroughputExceededException.class);
      assertThat(throttling.hits()).isEqualTo(1);
    }
    try (Injection error = cloud.faults().inject(Fault.INTERNAL_ERROR, 1, 1)) {
      assertThatThrownBy(() -> write("OWN#throttled"))
          .isInstanceOf(InternalServerErrorException.class);
      assertThat(error.hits()).isEqualTo(1);
    }
    assertThat(exists("OWN#throttled")).isFalse();
    assertThatCode(() -> write("OWN#throttled")).doesNotThrowAnyException();
  }

  @Test
  void aLostReplyLeavesItsEffect() {
    cloud.faults().inject(Fault.LOST_REPLY, 1, 1);

    assertThatThrownBy(() -> write("OWN#lost"))
        .isInstanceOfSatisfying(
            DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    assertThat(exists("OWN#lost")).isTrue();
  }

  @Test
  void theReplyToASentMessageCanGetLost() {
    SqsClient sender = TestCloud.sqs(cloud.endpoint(), cloud.credentialsOf("Writer"));
    String url = cloud.template().queue("Allowed").url();
    cloud.faults().inject(Fault.LOST_REPLY, 1, 1, call -> call.operation().equals("SendMessage"));

    assertThatThrownBy(() -> sender.sendMessage(b -> b.queueUrl(url).messageBody("lost")))
        .isInstanceOfSatisfying(SqsException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    assertThat(cloud.sqs().receiveMessage(b -> b.queueUrl(url)).messages())
        .extracting(message -> message.body())
        .containsExactly("lost");
  }

  @Test
  void aSeedDecidesWhichCallsAreHit() {
    List<Boolean> first = hitsOfTwenty(7);
    List<Boolean> again = hitsOfTwenty(7);
    List<Boolean> other = hitsOfTwenty(8);

    assertThat(first).isEqualTo(again).isNotEqualTo(other).contains(true, false);
  }

  @Test
  void theAdministratorIsNeverHit() {
    cloud.faults().inject(Fault.INTERNAL_ERROR, 1, 1, _ -> true);

    assertThatCode(
            () ->
                TestCloud.dynamoDb(cloud.endpoint(), cloud.adminCredentials())
                    .putItem(b -> b.tableName(TABLE).item(key("ELSE#admin", "a"))))
        .doesNotThrowAnyException();
  }

  private static List<Boolean> hitsOfTwenty(long seed) {
    List<Boolean> hits = new ArrayList<>();
    try (Injection injection = cloud.faults().inject(Fault.INTERNAL_ERROR, 0.5, seed)) {
      for (int i = 0; i < 20; i++) {
        long before = injection.hits();
        try {
          write("OWN#seeded");
        } catch (InternalServerErrorException e) {
          assertThat(e.statusCode()).isEqualTo(500);
        }
        hits.add(injection.hits() > before);
      }
    }
    return hits;
  }

  private static void write(String pk) {
    writer.putItem(b -> b.tableName(TABLE).item(key(pk, "a")));
  }

  private static boolean exists(String pk) {
    return cloud.dynamoDb().getItem(b -> b.tableName(TABLE).key(key(pk, "a"))).hasItem();
  }

  private static TransactWriteItem put(String pk) {
    return TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(key(pk, "a"))).build();
  }
}
