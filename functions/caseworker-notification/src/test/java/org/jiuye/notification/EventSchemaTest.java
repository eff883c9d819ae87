package org.jiuye.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.jiuye.contract.event.EventCatalog;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The events that these tests consume are those that their tellers describe, and no other. */
class EventSchemaTest {
  private static final String TIME = "2026-07-01T17:00:00+08:00";
  private static final EventCatalog CATALOG = EventCatalog.of(Path.of("../.."));

  static Stream<Event> events() {
    return Stream.concat(StallEvents.all(TIME), Stream.of(LoanEvents.referred("e24", TIME)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void theEventsOfTheseTestsKeepToTheirSchema(Event event) {
    assertThat(CATALOG.deviations(event.toJson())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsNotDescribedIsRefused(ObjectNode event) {
    assertThat(CATALOG.deviations(event.toString())).isNotEmpty();
  }

  static Stream<ObjectNode> wrong() {
    return Stream.of(
        envelope().put("specversion", "0.3"),
        envelope().put("type", StallEvents.CANCELLED),
        envelope().put("source", "/loan-precheck"),
        envelope().put("subject", "another"),
        envelope().put("version", 0),
        envelope().put("version", 1.5),
        envelope().put("version", "1"),
        envelope().put("time", "2026-07-01T19:00:00"),
        envelope().put("time", "2026-07-01"),
        envelope().put("extra", true),
        without(envelope(), "subject"),
        without(envelope(), "datacontenttype"),
        data("date", "2026-7-1"),
        data("stallNo", "stall 7"),
        data("division", "13052910"),
        data("siteName", "人民公园夜市"),
        data("state", "CANCELLED"),
        data("personId", "130529199001011234"),
        data("personId", "13800138000"),
        data("recipientIds", "person-wang"),
        data("holderName", "anybody"));
  }

  private static ObjectNode envelope() {
    return (ObjectNode) Json.MAPPER.readTree(StallEvents.confirmed("e1", TIME).toJson());
  }

  private static ObjectNode data(String field, String value) {
    ObjectNode envelope = envelope();
    ((ObjectNode) envelope.get("data")).put(field, value);
    return envelope;
  }

  private static ObjectNode without(ObjectNode envelope, String field) {
    envelope.remove(field);
    return envelope;
  }
}
