package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class VerdictTest {
  private final Table table = TestCloud.table();
  private final String partition = TestCloud.partition();

  @Test
  void whatWasWrittenStands() {
    Verdict verdict = table.write(create("A", "1"));

    assertThat(verdict.isWritten()).isTrue();
    assertThat(verdict.obstacle()).isEmpty();
    assertThat(table.getConsistent(key("A"))).contains(item("A", "1"));
    assertThat(table.get(key("B"))).isEmpty();
  }

  @Test
  void aRefusalShowsWhatStoodInTheWay() {
    table.write(create("A", "1"));

    Verdict refusal = table.write(create("A", "2"));

    assertThat(refusal.isWritten()).isFalse();
    assertThat(refusal.obstacle()).contains(item("A", "1"));
  }

  @Test
  void aRefusalForWantOfAnItemHasNoObstacle() {
    Verdict refusal =
        table.write(Write.update(key("A"), Expression.of("REMOVE remark"), Expression.present()));

    assertThat(refusal.isWritten()).isFalse();
    assertThat(refusal.obstacle()).isEmpty();
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
