package org.jiuye.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The events that these tests consume are those that the contract describes, and no other. */
class EventSchemaTest {
  private static final Path SCHEMAS = Path.of("../../infra/api/events");

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

  @Test
  void everySchemaIsNamedAfterItsTypeAndIsAValidSchema() throws IOException {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String json = Files.readString(file);
                assertThat(metaSchema.validate(json, InputFormat.JSON)).isEmpty();
                String type = Json.MAPPER.readTree(json).at("/properties/type/const").stringValue();
                assertThat(file.getFileName()).hasToString(type + ".schema.json");
              });
    }
  }

  private static List<Error> errors(String type, String json) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(SCHEMAS.resolve(type + ".schema.json")), InputFormat.JSON)
          .validate(json, InputFormat.JSON);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
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
