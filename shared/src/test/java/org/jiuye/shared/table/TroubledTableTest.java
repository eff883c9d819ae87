package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.support.LosingConnection;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The troubles that the cloud has: what is tried again, what has happened although it failed. */
class TroubledTableTest {
  private static final Map<String, AttributeValue> ITEM =
      Map.of("count", AttributeValue.fromN("1"), "name", AttributeValue.fromS("a"));

  private final SentRequests sent = new SentRequests();
  private final Table table = TestCloud.table(sent);
  private final String partition = TestCloud.partition();

  @AfterEach
  void endTroubles() {
    TestCloud.cloud().faults().clear();
  }

  @ParameterizedTest
  @EnumSource(Faults.Fault.class)
  void aTransactionHappensOnceThroughEveryTrouble(Faults.Fault fault) {
    try (Faults.Injection trouble = TestCloud.cloud().faults().inject(fault, 0.5, 42)) {
      for (int round = 0; round < 10; round++) {
        List<Write> writes = List.of(create("A" + round), create("B" + round), count());
        assertThat(inTime(() -> table.write(writes)).isEmpty()).isTrue();
      }
      assertThat(trouble.hits()).isPositive();
    }

    assertThat(table.queryAll(Query.of(partition))).hasSize(21);
    assertThat(Items.number(table.getConsistent(key("COUNT")).orElseThrow(), "count"))
        .isEqualTo(10);
    assertThat(
            sent.of(TransactWriteItemsRequest.class).stream()
                .map(TransactWriteItemsRequest::clientRequestToken)
                .distinct())
        .hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(Faults.Fault.class)
  void oneItemIsCreatedOnceThroughEveryTrouble(Faults.Fault fault) {
    try (Faults.Injection trouble = TestCloud.cloud().faults().inject(fault, 0.5, 7)) {
      for (int round = 0; round < 10; round++) {
        Write create = create("A" + round);
        assertThat(inTime(() -> table.write(create)).isWritten()).isTrue();
      }
      assertThat(trouble.hits()).isPositive();
    }
    assertThat(table.queryAll(Query.of(partition))).hasSize(10);
  }

  @Test
  void aCountGrowsByOneThroughLostAnswersEvenAlone() {
    try (Faults.Injection trouble =
        TestCloud.cloud().faults().inject(Faults.Fault.LOST_REPLY, 0.5, 3)) {
      for (int round = 0; round < 10; round++) {
        assertThat(inTime(() -> table.write(count())).isWritten()).isTrue();
      }
      assertThat(trouble.hits()).isPositive();
    }
    assertThat(Items.number(table.getConsistent(key("COUNT")).orElseThrow(), "count"))
        .isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(
      value = Faults.Fault.class,
      names = {"THROTTLING", "INTERNAL_ERROR", "LOST_REPLY"})
  void readsAreTriedAgain(Faults.Fault fault) {
    TestCloud.store(key("A").attributes());
    try (Faults.Injection trouble =
        TestCloud.cloud().faults().inject(fault, 0.5, 5, call -> !call.isItemWrite())) {
      for (int round = 0; round < 10; round++) {
        assertThat(inTime(() -> table.getConsistent(key("A")))).isPresent();
        assertThat(inTime(() -> table.query(Query.of(partition))).items()).hasSize(1);
      }
      assertThat(trouble.hits()).isPositive();
    }
  }

  @Test
  void troubleWithoutEndIsContention() {
    try (Faults.Injection trouble =
        TestCloud.cloud().faults().inject(Faults.Fault.TRANSACTION_CONFLICT, 1, 1)) {
      assertThatExceptionOfType(ContentionException.class)
          .isThrownBy(
              () ->
                  Deadline.<Refusals>within(
                      Duration.ofMillis(300),
                      () -> table.write(List.of(create("A"), create("B")))));
      assertThat(trouble.hits()).isGreaterThan(1);
    }
    assertThat(table.queryAll(Query.of(partition))).isEmpty();
  }

  @Test
  void aLostConnectionIsTriedAgain() {
    for (boolean arrives : List.of(true, false)) {
      String own = TestCloud.partition();
      Table losing = losing(arrives, 2);

      Refusals refusals =
          inTime(
              () ->
                  losing.write(
                      List.of(
                          Write.create(new Key(own, "A"), ITEM),
                          Write.create(new Key(own, "B"), ITEM))));

      assertThat(refusals.isEmpty()).isTrue();
      assertThat(table.queryAll(Query.of(own))).hasSize(2);
    }
  }

  @Test
  void afterALostAnswerTheVeryItemIsASuccess() {
    assertThat(inTime(() -> losing(true, 2).write(create("A"))).isWritten()).isTrue();
  }

  @Test
  void afterALostAnswerAnothersItemProvesNothing() {
    TestCloud.store(
        Map.of(
            "pk", AttributeValue.fromS(partition),
            "sk", AttributeValue.fromS("A"),
            "name", AttributeValue.fromS("another")));

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(() -> inTime(() -> losing(true, 1).write(create("A"))));
    assertThat(table.write(create("A")).isWritten()).isFalse();
  }

  @Test
  void afterALostAnswerARefusedUpdateOrRemovalProvesNothing() {
    table.write(create("A"));
    Expression isA = Expression.of("#name = :a").name("#name", "name").value(":a", "a");
    Write rename =
        Write.update(
            key("A"), Expression.of("SET #name = :b").name("#name", "name").value(":b", "b"), isA);

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(() -> inTime(() -> losing(true, 1).write(rename)));
    assertThat(table.getConsistent(key("A")).orElseThrow())
        .containsEntry("name", AttributeValue.fromS("b"));
    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(
            () ->
                inTime(() -> losing(true, 1).write(Write.delete(key("A"), Expression.present()))));
    assertThat(table.getConsistent(key("A"))).isEmpty();
  }

  private Table losing(boolean arrives, int times) {
    return new Table(
        TestCloud.client(connection -> new LosingConnection(connection, arrives, times)),
        TestCloud.tableName());
  }

  private Key key(String sort) {
    return new Key(partition, sort);
  }

  private Write create(String sort) {
    return Write.create(key(sort), ITEM);
  }

  private Write count() {
    return new Write.Update(
        key("COUNT"),
        Expression.of("ADD #count :one").name("#count", "count").value(":one", 1),
        Optional.empty());
  }

  private static <T> T inTime(ScopedValue.CallableOp<T, RuntimeException> action) {
    return Deadline.within(Duration.ofSeconds(20), action);
  }
}
