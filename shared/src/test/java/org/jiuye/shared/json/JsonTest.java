package org.jiuye.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {
  private record Times(
      LocalDate date,
      MonthDay day,
      LocalTime time,
      Duration duration,
      OffsetDateTime moment,
      Instant instant) {}

  private record Thing(String name, int count, List<String> parts, Optional<String> remark) {}

  @Test
  void datesAndTimesAreIsoTextsAndKeepTheirOffset() {
    Times times =
        new Times(
            LocalDate.of(2026, 7, 1),
            MonthDay.of(5, 1),
            LocalTime.of(18, 0),
            Duration.parse("PT5H30M"),
            OffsetDateTime.parse("2026-07-01T19:00:00+08:00"),
            Instant.parse("2026-07-01T11:00:00Z"));

    String json = Json.MAPPER.writeValueAsString(times);

    assertThat(json)
        .isEqualTo(
            "{\"date\":\"2026-07-01\",\"day\":\"--05-01\",\"time\":\"18:00:00\","
                + "\"duration\":\"PT5H30M\",\"moment\":\"2026-07-01T19:00:00+08:00\","
                + "\"instant\":\"2026-07-01T11:00:00Z\"}");
    assertThat(Json.MAPPER.readValue(json, Times.class)).isEqualTo(times);
  }

  @Test
  void aTimeMayBeWrittenWithoutSeconds() {
    assertThat(Json.MAPPER.readValue("\"18:00\"", LocalTime.class)).isEqualTo(LocalTime.of(18, 0));
  }

  @Test
  void absentValuesAreLeftOutAndReadAsAbsent() {
    Thing thing = new Thing("炒饼", 3, List.of(), Optional.empty());

    String json = Json.MAPPER.writeValueAsString(thing);

    assertThat(json).isEqualTo("{\"name\":\"炒饼\",\"count\":3,\"parts\":[]}");
    assertThat(Json.MAPPER.readValue(json, Thing.class)).isEqualTo(thing);
    assertThat(
            Json.MAPPER.readValue(
                "{\"name\":\"a\",\"count\":3,\"parts\":[],\"remark\":null}", Thing.class))
        .extracting(Thing::remark)
        .isEqualTo(Optional.empty());
  }

  @Test
  void aFieldThatIsNewToAReaderIsPassedOver() {
    assertThat(
            Json.MAPPER.readValue(
                "{\"name\":\"a\",\"count\":3,\"parts\":[],\"later\":{}}", Thing.class))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\":3,\"parts\":[]}",
        "{\"name\":null,\"count\":3,\"parts\":[]}",
        "{\"name\":\"a\",\"parts\":[]}",
        "{\"name\":\"a\",\"count\":null,\"parts\":[]}",
        "{\"name\":\"a\",\"count\":3}",
        "{\"name\":\"a\",\"count\":3.5,\"parts\":[]}",
        "{\"name\":\"a\",\"count\":3,\"parts\":[],\"count\":4}",
        "{\"name\":\"a\",\"count\":3,\"parts\":[]} {}",
        "{\"name\":\"a\",\"count\":99999999999,\"parts\":[]}",
        "[]",
        ""
      })
  void whatDoesNotFitIsRefused(String json) {
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> Json.MAPPER.readValue(json, Thing.class));
  }

  @Test
  void depthAndTheLengthOfNumbersAreBounded() {
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> Json.MAPPER.readTree("[".repeat(65) + "]".repeat(65)));
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> Json.MAPPER.readTree("1".repeat(65)));
    assertThat(Json.MAPPER.readTree("[".repeat(64) + "]".repeat(64))).isNotNull();
  }
}
