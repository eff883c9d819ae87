package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TransactionTest {
  private final Table table = TestCloud.table();
  private final String partition = TestCloud.partition();

  private enum Part implements Transaction.Part {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    NOT_WRITTEN
  }

  private record Numbered(int number) implements Transaction.Part {}

  @Test
  void allIsWritten() {
    Outcome outcome =
        new Transaction()
            .with(Part.FIRST, create("A", "1"))
            .and(create("B", "2"))
            .and(List.of(create("C", "3"), create("D", "4")))
            .write(table);

    assertThat(outcome.isWritten()).isTrue();
    assertThat(outcome.isRefused(Part.FIRST)).isFalse();
    assertThat(outcome.obstacle(Part.FIRST)).isEmpty();
    assertThat(table.queryAll(Query.of(partition).asConsistent())).hasSize(4);
  }

  @Test
  void everyRefusalIsToldByThePartsName() {
    new Transaction().and(create("B", "1")).and(create("D", "1")).write(table);

    Outcome outcome =
        new Transaction()
            .with(Part.FIRST, create("A", "2"))
            .with(Part.SECOND, create("B", "2"))
            .with(Part.THIRD, new Write.Check(key("C"), Expression.present()))
            .with(
                Part.FOURTH, Write.delete(key("D"), Expression.of("maker = :me").value(":me", "2")))
            .and(create("E", "2"))
            .write(table);

    assertThat(outcome.isWritten()).isFalse();
    assertThat(Part.values())
        .filteredOn(outcome::isRefused)
        .containsExactly(Part.SECOND, Part.THIRD, Part.FOURTH);
    assertThat(outcome.obstacle(Part.SECOND)).contains(item("B", "1"));
    assertThat(outcome.obstacle(Part.THIRD)).isEmpty();
    assertThat(outcome.obstacle(Part.FOURTH)).contains(item("D", "1"));
    assertThat(table.getConsistent(key("A"))).isEmpty();
    assertThat(table.getConsistent(key("E"))).isEmpty();
  }

  @Test
  void asManyPartsAsThereAreThingsAreRecords() {
    table.write(create("1", "1"));

    Outcome outcome =
        new Transaction()
            .with(new Numbered(0), create("0", "2"))
            .with(new Numbered(1), create("1", "2"))
            .write(table);

    assertThat(outcome.isRefused(new Numbered(0))).isFalse();
    assertThat(outcome.isRefused(new Numbered(1))).isTrue();
  }

  @Test
  void twoPartsCannotHaveOneName() {
    Transaction transaction = new Transaction().with(Part.FIRST, create("A", "1"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> transaction.with(Part.FIRST, create("B", "1")));
  }

  @Test
  void whatIsRequiredThrowsItsOwnAnswer() {
    table.write(create("A", "1"));
    RuntimeException first = new IllegalStateException("the first");
    RuntimeException second = new IllegalStateException("the second");

    assertThatThrownBy(
            () ->
                new Transaction()
                    .and(create("A", "2"))
                    .require(new Requirement(create("B", "2"), () -> second))
                    .require(Optional.empty())
                    .require(Optional.of(new Requirement(mustBe("A", "2"), () -> first)))
                    .require(new Requirement(mustBe("C", "2"), () -> second))
                    .write(table))
        .isSameAs(first);
    assertThat(table.queryAll(Query.of(partition).asConsistent())).hasSize(1);
  }

  @Test
  void aRequirementThatHoldsIsWrittenWithTheRest() {
    Outcome outcome =
        new Transaction()
            .and(create("A", "1"))
            .require(new Requirement(create("B", "1"), IllegalStateException::new))
            .write(table);

    assertThat(outcome.isWritten()).isTrue();
    assertThat(table.queryAll(Query.of(partition).asConsistent())).hasSize(2);
  }

  @Test
  void ofManyAtOnceOneIsWritten() throws Exception {
    List<Callable<Outcome>> writes =
        IntStream.range(0, 40)
            .<Callable<Outcome>>mapToObj(
                number ->
                    () ->
                        new Transaction()
                            .and(create("STALL", "maker-" + number))
                            .and(create("MAKER#" + number, "maker-" + number))
                            .write(table))
            .toList();
    try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
      int written = 0;
      for (Future<Outcome> outcome : callers.invokeAll(writes)) {
        written += outcome.get().isWritten() ? 1 : 0;
      }
      assertThat(written).isEqualTo(1);
    }
    assertThat(table.queryAll(Query.of(partition))).hasSize(2);
  }

  private Key key(String sort) {
    return new Key(partition, sort);
  }

  private Write create(String sort, String maker) {
    return Write.create(key(sort), Map.of("maker", AttributeValue.fromS(maker)));
  }

  private Write mustBe(String sort, String maker) {
    return new Write.Check(key(sort), Expression.of("maker = :maker").value(":maker", maker));
  }

  private Map<String, AttributeValue> item(String sort, String maker) {
    Map<String, AttributeValue> item = new HashMap<>(key(sort).attributes());
    item.put("maker", AttributeValue.fromS(maker));
    return item;
  }
}
