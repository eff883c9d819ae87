package org.jiuye.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The events that these tests consume are those that the contract describes, and no other. */
class EventSchemaTest {
  private static final String BASE = "https://jiuye.example/events/";
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("../../infra/contract"),
          Path.of("../stall-booking/events"),
          Path.of("../loan-precheck/events"));
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas()));

  @ParameterizedTest
  @MethodSource("org.jiuye.notification.NoticeTextsTest#everyEvent")
  void theEventsOfTheseTestsKeepToTheirSchema(Event event) {
    assertThat(errors(event.type(), event.toJson())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsNotDescribedIsRefused(ObjectNode event) {
    assertThat(errors(StallEvents.CONFIRMED, event.toString())).isNotEmpty();
  }

  static Stream<ObjectNode> wrong() {
    return Stream.of(
        envelope().put("specversion", "0.3"),
        envelope().put("type", StallEvents.CANCELLED),
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
        data("holderName", "anybody"));
  }

  private static List<Error> errors(String type, String json) {
    String whole =
        """
        {"allOf": [{"$ref": "%1$sevent.schema.json"}],
         "properties": {"type": {"const": "%2$s"}, "data": {"$ref": "%1$s%2$s.schema.json"}}}
        """
            .formatted(BASE, type);
    return REGISTRY.getSchema(whole, InputFormat.JSON).validate(json, InputFormat.JSON);
  }

  private static Map<String, String> schemas() {
    Map<String, String> schemas = new HashMap<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          schemas.put(BASE + file.getFileName(), Files.readString(file));
        }
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }
    return schemas;
  }

  private static ObjectNode envelope() {
    return (ObjectNode)
        Json.MAPPER.readTree(StallEvents.confirmed("e1", "2026-07-01T19:00:00+08:00").toJson());
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
