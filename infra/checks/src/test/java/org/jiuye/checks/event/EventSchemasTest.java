package org.jiuye.checks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EventSchemasTest {
  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final Pattern TYPE = Pattern.compile("\"(org\\.jiuye\\.[a-z.-]+\\.v\\d+)\"");
  private static final String BOOKED =
      """
      {"specversion":"1.0","id":"5b4a1a3e-3f4f-4c0a-8a54-0a5d4c1c6f11","source":"/stall-booking",
       "type":"org.jiuye.stall.booking-confirmed.v1",
       "subject":"people-park.20260701.A002.k7m3q4x2","time":"2026-06-28T09:12:45+08:00",
       "datacontenttype":"application/json","version":1,
       "data":{"bookingId":"people-park.20260701.A002.k7m3q4x2","siteId":"people-park",
         "siteName":{"zh-CN":"人民公园夜市","en":"People's Park Night Market"},
         "division":"130529100","date":"2026-07-01","stallNo":"A002","trade":"TOYS",
         "personId":"person-wang","recipientIds":[],"state":"CONFIRMED","opensAt":"2026-07-01T18:00:00+08:00"}}\
      """;

  static Set<String> types() {
    return SCHEMAS.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSchemaIsClosedAndNamesItsTypeAndItsTeller(String type) {
    JsonNode schema = SCHEMAS.type(type).schema();

    assertThat(schema.path("$id").asString("")).endsWith("/" + type + ".schema.json");
    assertThat(schema.path("x-source").asString("") + "/")
        .startsWith("/" + SCHEMAS.type(type).capability() + "/");
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(schema.path("required").valueStream().map(JsonNode::asString))
        .contains("recipientIds");
    assertThat(schema.path("description").asString("")).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSchemaHasExamples(String type) {
    assertThat(SCHEMAS.type(type).examples()).isNotEmpty();
  }

  @Test
  void everyExampleIsTrue() {
    assertThat(SCHEMAS.examples()).isNotEmpty().allSatisfy(SCHEMAS::validate);
  }

  @Test
  void everyTypeThatTheCodeNamesHasASchemaAndNoOther() {
    Set<String> named = new TreeSet<>();
    Repository.modules("functions").stream()
        .flatMap(module -> Repository.files(module.resolve("src/main/java"), ".java").stream())
        .flatMap(file -> TYPE.matcher(Repository.text(file)).results())
        .forEach(match -> named.add(match.group(1)));

    assertThat(SCHEMAS.types()).isNotEmpty().isEqualTo(named);
  }

  @Test
  void anEventAsItsSchemaSaysPasses() {
    SCHEMAS.validate(BOOKED);
  }

  @Test
  void whateverElseAnEventHoldsIsTold() {
    assertThat(
            Stream.of(
                BOOKED.replace("\"stallNo\"", "\"phone\":\"1\",\"stallNo\""),
                BOOKED.replace("\"date\":\"2026-07-01\",", ""),
                BOOKED.replace("CONFIRMED", "CANCELLED"),
                BOOKED.replace("\"recipientIds\":[],", ""),
                BOOKED.replace("[]", "[\"13800138000\"]"),
                BOOKED.replace("/stall-booking", "/loan-precheck"),
                BOOKED.replace("\"subject\":\"people", "\"subject\":\"other"),
                BOOKED.replace("booking-confirmed.v1", "booking-confirmed.v2"),
                BOOKED + "{}",
                "[]"))
        .allSatisfy(event -> assertThat(SCHEMAS.deviations(event)).as(event).isNotEmpty());
  }
}
