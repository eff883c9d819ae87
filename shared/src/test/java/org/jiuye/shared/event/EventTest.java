package org.jiuye.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventTest {
  private static final String SECRET = "130529199001011237";

  private record Booked(String bookingId, Optional<String> remark) {}

  private static final Event EVENT =
      Event.of(
          "/stall-booking",
          "org.jiuye.stall.booking-confirmed.v1",
          "01K0",
          OffsetDateTime.parse("2026-07-01T19:00:00+08:00"),
          1,
          new Booked("01K0", Optional.empty()));

  @Test
  void isACloudEvent() {
    JsonNode json = Json.MAPPER.readTree(EVENT.toJson());

    assertThat(json.propertyNames())
        .containsExactly(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "version",
            "data");
    assertThat(json.get("specversion").stringValue()).isEqualTo("1.0");
    assertThat(json.get("time").stringValue()).isEqualTo("2026-07-01T19:00:00+08:00");
    assertThat(json.get("version").isIntegralNumber()).isTrue();
    assertThat(json.get("data").toString()).isEqualTo("{\"bookingId\":\"01K0\"}");
  }

  @Test
  void comesBackAsItWas() {
    Event read = Event.read(EVENT.toJson());

    assertThat(read).isEqualTo(EVENT);
    assertThat(read.dataAs(Booked.class)).isEqualTo(new Booked("01K0", Optional.empty()));
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertThat(Stream.generate(EventTest::another).limit(100).map(Event::id).distinct())
        .hasSize(100);
  }

  @Test
  void aReaderPassesOverWhatIsNewToIt() {
    ObjectNode later = tree();
    later.put("traceparent", "00-1-2-01");
    later.withObject("data").put("stallNo", "A001");

    assertThat(Event.read(later.toString()).dataAs(Booked.class).bookingId()).isEqualTo("01K0");
  }

  @SuppressWarnings("UnusedMethod") // JUnit calls it.
  private static List<String> strangers() {
    List<String> strangers =
        new ArrayList<>(
            List.of(
                "",
                "null",
                "[]",
                "{}",
                SECRET + "X",
                "{\"specversion\":\"1.0\",\"id\":x" + SECRET + "}",
                EVENT.toJson() + EVENT.toJson(),
                "[" + EVENT.toJson() + "]"));
    for (String field : List.of("specversion", "id", "source", "type", "subject", "time")) {
      strangers.add(changed(field, ""));
      strangers.add(changed(field, 5));
      strangers.add(without(field));
    }
    strangers.add(changed("specversion", "0.3"));
    strangers.add(changed("time", "2026-07-01T19:00:00"));
    strangers.add(changed("time", SECRET));
    for (Object version :
        List.of(0, -1, 1.5, "1", true, new java.math.BigInteger("9".repeat(30)))) {
      strangers.add(changed("version", version));
    }
    strangers.add(without("version"));
    strangers.add(without("data"));
    strangers.add(changed("data", List.of(SECRET)));
    strangers.add(changed("data", SECRET));
    return strangers;
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void whatIsNoEventIsRefusedAndNotQuoted(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Event.read(json))
        .withNoCause()
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"bookingId\":null}", "{\"bookingId\":[\"130529199001011237\"]}"})
  void dataOfAnotherShapeIsRefusedAndNotQuoted(String data) {
    ObjectNode json = tree();
    json.set("data", Json.MAPPER.readTree(data));
    Event event = Event.read(json.toString());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> event.dataAs(Booked.class))
        .withNoCause()
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(SECRET));
  }

  private static Event another() {
    return Event.of("/a", "b", "c", OffsetDateTime.MIN, 1, Map.of());
  }

  private static ObjectNode tree() {
    return (ObjectNode) Json.MAPPER.readTree(EVENT.toJson());
  }

  private static String changed(String field, Object value) {
    ObjectNode json = tree();
    json.set(field, Json.MAPPER.valueToTree(value));
    return json.toString();
  }

  private static String without(String field) {
    ObjectNode json = tree();
    json.remove(field);
    return json.toString();
  }
}
