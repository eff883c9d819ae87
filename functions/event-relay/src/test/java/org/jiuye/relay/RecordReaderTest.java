package org.jiuye.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.relay.StreamJson.event;
import static org.jiuye.relay.StreamJson.insert;
import static org.jiuye.relay.StreamJson.item;
import static org.jiuye.relay.StreamJson.modify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.relay.model.Reading;
import org.jiuye.relay.model.Reading.OutgoingEvent;
import org.jiuye.relay.model.Reading.Reason;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

class RecordReaderTest {
  private final StreamRecords records = new StreamRecords();
  private final RecordReader reader = new RecordReader();

  @Test
  void aNewItemTellsAllItsEventsUnchangedAndInOrder() {
    Event first = event("b1", 1);
    Event second = event("b1", 1);

    assertThat(read(insert(1, item(first, second)))).isEqualTo(told(first, second));
  }

  @Test
  void aChangedItemTellsTheEventsThatItHadNotBefore() {
    Event old = event("b1", 1);
    Event added = event("b1", 2);

    assertThat(read(modify(1, item(old), item(added)))).isEqualTo(told(added));
    assertThat(read(modify(1, item(old), item(old, added)))).isEqualTo(told(added));
    assertThat(read(modify(1, item(), item(added)))).isEqualTo(told(added));
  }

  @Test
  void aWriteThatLeftTheOutboxAloneTellsNothing() {
    Map<String, AttributeValue> before = item(event("b1", 1));
    Map<String, AttributeValue> after = new HashMap<>(before);
    after.put("version", AttributeValue.fromN("2"));

    assertThat(read(modify(1, before, after))).isEqualTo(told());
  }

  @Test
  void anUnreadableOutboxIsReportedOnceAndNotAtEveryLaterWrite() {
    Map<String, AttributeValue> before = with(item(event("b1", 1)), Outbox.EVENTS, text("none"));
    Map<String, AttributeValue> after = with(before, "version", AttributeValue.fromN("2"));

    assertThat(read(insert(1, before))).isEqualTo(new Reading.Unreadable(Reason.NO_OUTBOX));
    assertThat(read(modify(2, before, after))).isEqualTo(told());
  }

  @Test
  void aReadableOutboxIsToldAlthoughTheOneBeforeWasNot() {
    Event added = event("b1", 2);
    Map<String, AttributeValue> before = with(item(event("b1", 1)), Outbox.EVENTS, text("none"));

    assertThat(read(modify(1, before, item(added)))).isEqualTo(told(added));
  }

  @Test
  void aRemovedItemAndOneWithoutOutboxTellNothing() {
    assertThat(read(StreamJson.remove(1, item(event("b1", 1))))).isEqualTo(told());
    assertThat(read(modify(1, item(event("b1", 1)), item()))).isEqualTo(told());
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatCannotBeReadIsToldWithItsReason(JsonNode record, Reason reason) {
    assertThat(read(record)).isEqualTo(new Reading.Unreadable(reason));
  }

  static Stream<Arguments> unreadable() {
    Event event = event("b1", 1);
    Map<String, AttributeValue> item = item(event);
    return Stream.of(
        Arguments.of(insert(1, with(item, Outbox.EVENTS, null)), Reason.NO_OUTBOX),
        Arguments.of(
            insert(1, with(item, Outbox.EVENTS, AttributeValue.fromL(List.of()))),
            Reason.NO_OUTBOX),
        Arguments.of(
            insert(1, with(item, Outbox.EVENTS, AttributeValue.fromL(List.of(text("x"))))),
            Reason.NOT_AN_EVENT),
        Arguments.of(insert(1, entry(item, Outbox.EVENT_ID, null)), Reason.NOT_AN_EVENT),
        Arguments.of(insert(1, entry(item, Outbox.EVENT_JSON, null)), Reason.NOT_AN_EVENT),
        Arguments.of(insert(1, entry(item, Outbox.EVENT_JSON, text("{}"))), Reason.NOT_AN_EVENT),
        Arguments.of(insert(1, entry(item, Outbox.EVENT_JSON, text("{"))), Reason.NOT_AN_EVENT),
        Arguments.of(
            insert(1, entry(item, Outbox.EVENT_TYPE, text("another"))), Reason.NOT_AN_EVENT),
        Arguments.of(insert(1, entry(item, Outbox.EVENT_ID, text("another"))), Reason.NOT_AN_EVENT),
        Arguments.of(
            insert(1, item(StreamJson.event("type with\nbreak", "b1", 1))), Reason.NOT_AN_EVENT),
        Arguments.of(insert(1, item(event("b1\uFFFE", 1))), Reason.UNSENDABLE_TEXT),
        Arguments.of(StreamJson.record("INSERT", 1, Map.of()), Reason.UNKNOWN_SHAPE),
        Arguments.of(
            StreamJson.record("UPSERT", 1, Map.of("NewImage", item)), Reason.UNKNOWN_SHAPE));
  }

  private Reading read(JsonNode record) {
    return reader.read(records.parse(record).orElseThrow());
  }

  private static Reading told(Event... events) {
    return new Reading.Told(
        Stream.of(events).map(event -> new OutgoingEvent(event.type(), event.toJson())).toList());
  }

  private static Map<String, AttributeValue> entry(
      Map<String, AttributeValue> item, String field, @Nullable AttributeValue value) {
    AttributeValue first = item.getOrDefault(Outbox.EVENTS, text("")).l().getFirst();
    return with(
        item,
        Outbox.EVENTS,
        AttributeValue.fromL(List.of(AttributeValue.fromM(with(first.m(), field, value)))));
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> map, String name, @Nullable AttributeValue value) {
    Map<String, AttributeValue> other = new HashMap<>(map);
    if (value == null) {
      other.remove(name);
    } else {
      other.put(name, value);
    }
    return other;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
