package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class VerdictTest {
  private final Table table = TestCloud.table();
  private final String partition = TestCloud.partition();

  @Test
  void whatWasWrittenStands() {
    Verdict verdict = table.write(create("A", "1"), create("B", "2"));

    assertThat(verdict.isWritten()).isTrue();
    assertThat(verdict.isRefused(0)).isFalse();
    assertThat(verdict.obstacle(0)).isEmpty();
    assertThat(table.getConsistent(key("A"))).contains(item("A", "1"));
    assertThat(table.get(key("B"))).contains(item("B", "2"));
    assertThat(table.get(key("C"))).isEmpty();
  }

  @Test
  void aSingleRefusalShowsWhatStoodInTheWay() {
    table.write(create("A", "1"));

    Verdict refusal = table.write(create("A", "2"));

    assertThat(refusal.isWritten()).isFalse();
    assertThat(refusal.isRefused(0)).isTrue();
    assertThat(refusal.obstacle(0)).contains(item("A", "1"));
  }

  @Test
  void aSingleRefusalForWantOfAnItemHasNoObstacle() {
    Verdict refusal =
        table.write(Write.update(key("A"), Expression.of("REMOVE remark"), Expression.present()));

    assertThat(refusal.isRefused(0)).isTrue();
    assertThat(refusal.obstacle(0)).isEmpty();
  }

  @Test
  void everyRefusalOfATransactionIsToldByItsPosition() {
    table.write(create("B", "1"), create("D", "1"));

    Verdict verdict =
        table.write(
            create("A", "2"),
            create("B", "2"),
            new Write.Check(key("C"), Expression.present()),
            Write.delete(key("D"), Expression.of("maker = :me").value(":me", "2")),
            create("E", "2"));

    assertThat(verdict.isWritten()).isFalse();
    assertThat(verdict.refusals()).containsOnlyKeys(1, 2, 3);
    assertThat(verdict.obstacle(1)).contains(item("B", "1"));
    assertThat(verdict.obstacle(2)).isEmpty();
    assertThat(verdict.obstacle(3)).contains(item("D", "1"));
    assertThat(table.getConsistent(key("A"))).isEmpty();
    assertThat(table.getConsistent(key("E"))).isEmpty();
  }

  @Test
  void ofManyAtOnceOneIsWritten() throws Exception {
    List<Callable<Verdict>> writes =
        IntStream.range(0, 40)
            .<Callable<Verdict>>mapToObj(
                number ->
                    () ->
                        table.write(
                            create("STALL", "maker-" + number),
                            create("MAKER#" + number, "maker-" + number)))
            .toList();
    try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
      int written = 0;
      for (Future<Verdict> verdict : callers.invokeAll(writes)) {
        written += verdict.get().isWritten() ? 1 : 0;
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

  private Map<String, AttributeValue> item(String sort, String maker) {
    Map<String, AttributeValue> item = new HashMap<>(key(sort).attributes());
    item.put("maker", AttributeValue.fromS(maker));
    return item;
  }
}
