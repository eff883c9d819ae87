package org.jiuye.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuye.shared.table.Items;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OutboxTest {
  private static final Event CONFIRMED = event("confirmed", 1);
  private static final Event CANCELLED = event("cancelled", 2);

  @Test
  void eventsRideInTheItemTheyAreAbout() {
    Map<String, AttributeValue> item = item();

    assertThat(Outbox.attach(item, List.of(CONFIRMED, CANCELLED))).isSameAs(item);

    assertThat(item).containsOnlyKeys("bookingId", "outboxId", "outbox");
    assertThat(Items.text(item, "outboxId")).isNotEmpty();
    List<Map<String, AttributeValue>> entries = entries(item);
    assertThat(entries)
        .extracting(entry -> Items.text(entry, "id"))
        .containsExactly(CONFIRMED.id(), CANCELLED.id());
    Map<String, AttributeValue> first = entries.getFirst();
    assertThat(first).containsOnlyKeys("id", "type", "event");
    assertThat(Items.text(first, "type")).isEqualTo("confirmed");
    assertThat(Event.read(Items.text(first, "event"))).isEqualTo(CONFIRMED);
  }

  @Test
  void anotherWriteReplacesWhatWasToldBeforeUnderAnotherId() {
    Map<String, AttributeValue> item = Outbox.attach(item(), List.of(CONFIRMED));
    String before = Items.text(item, "outboxId");

    Outbox.attach(item, List.of(CANCELLED));

    assertThat(Items.text(item, "outboxId")).isNotEqualTo(before);
    assertThat(entries(item)).hasSize(1);
  }

  private static List<Map<String, AttributeValue>> entries(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get("outbox")).l().stream().map(AttributeValue::m).toList();
  }

  private static Map<String, AttributeValue> item() {
    return new HashMap<>(Map.of("bookingId", AttributeValue.fromS("01K0")));
  }

  private static Event event(String type, long version) {
    return Event.of(
        "/stall-booking",
        type,
        "01K0",
        OffsetDateTime.parse("2026-07-01T19:00:00+08:00"),
        version,
        Map.of("bookingId", "01K0"));
  }
}
