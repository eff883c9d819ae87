package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class QueryTest {
  private static final List<String> SORTS =
      List.of("A", "BOOKING#1", "BOOKING#2", "BOOKING#3", "BOOKING#4", "BOOKING#5", "C");

  private final SentRequests sent = new SentRequests();
  private final Table table = TestCloud.table(sent);
  private final String partition = TestCloud.partition();
  private final Query bookings = Query.of(partition, "BOOKING#");

  @Test
  void asksForAPartOfAPartitionInItsOrder() {
    store();

    assertThat(sorts(table.query(bookings))).isEqualTo(SORTS.subList(1, 6));
    assertThat(sorts(table.query(bookings.descending()))).isEqualTo(SORTS.subList(1, 6).reversed());
    assertThat(sorts(table.query(Query.of(partition)))).isEqualTo(SORTS);
    assertThat(sorts(table.query(Query.of(TestCloud.partition())))).isEmpty();
  }

  @Test
  void theRequestsAreTheseAndNoOthers() {
    table.query(bookings.descending().limit(7).after("BOOKING#3").asConsistent());
    table.query(Query.of(partition));

    AttributeValue pk = AttributeValue.fromS(partition);
    assertThat(sent.of(QueryRequest.class))
        .containsExactly(
            QueryRequest.builder()
                .tableName(TestCloud.tableName())
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(
                    Map.of(":pk", pk, ":sk", AttributeValue.fromS("BOOKING#")))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(7)
                .exclusiveStartKey(Map.of("pk", pk, "sk", AttributeValue.fromS("BOOKING#3")))
                .build(),
            QueryRequest.builder()
                .tableName(TestCloud.tableName())
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", pk))
                .scanIndexForward(true)
                .consistentRead(false)
                .build());
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    store();

    for (Query query : List.of(bookings.limit(2), bookings.limit(2).descending())) {
      List<String> seen = new ArrayList<>();
      Slice slice = table.query(query);
      seen.addAll(sorts(slice));
      while (slice.lastSort().isPresent()) {
        assertThat(slice.items()).hasSizeLessThanOrEqualTo(2);
        slice = table.query(query.after(slice.lastSort().get()));
        seen.addAll(sorts(slice));
      }
      assertThat(seen)
          .isEqualTo(query.ascending() ? SORTS.subList(1, 6) : SORTS.subList(1, 6).reversed());
    }
  }

  @Test
  void allPagesComeTogether() {
    store();

    assertThat(table.queryAll(bookings.limit(2))).hasSize(5);
    assertThat(sent.of(QueryRequest.class)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "BOOKING", "BOOKING#", "BOOKING#9", "C", "北", "\u0000", "\uffff"})
  void aForgedBeginningLeadsToAPageOrToNone(String forged) {
    store();

    for (Query query : List.of(bookings, Query.of(partition))) {
      List<String> expected =
          SORTS.stream()
              .filter(sort -> sort.startsWith(query.sortPrefix()))
              .filter(sort -> sort.compareTo(forged) > 0)
              .toList();
      assertThat(sorts(table.query(query.after(forged)))).isEqualTo(expected);
      List<String> before =
          SORTS.stream()
              .filter(sort -> sort.startsWith(query.sortPrefix()))
              .filter(sort -> sort.compareTo(forged) < 0)
              .toList()
              .reversed();
      assertThat(sorts(table.query(query.descending().after(forged)))).isEqualTo(before);
    }
  }

  @Test
  void anyTextIsABeginningThatTheTableTakes() {
    store();

    Random random = new Random(17);
    for (int round = 0; round < 50; round++) {
      String forged =
          random
              .ints(random.nextInt(300), 0, 0xd7ff)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(table.query(bookings.after(forged)).items()).hasSizeLessThanOrEqualTo(5);
      assertThat(table.query(bookings.after("BOOKING#" + forged)).lastSort())
          .isEqualTo(Optional.empty());
    }
  }

  private void store() {
    SORTS.forEach(sort -> TestCloud.store(new Key(partition, sort).attributes()));
  }

  private static List<String> sorts(Slice slice) {
    return slice.items().stream().map(item -> Items.text(item, "sk")).toList();
  }
}
