package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class ItemsTest {
  private final Items items = new Items(Json.MAPPER);

  private enum State {
    CONFIRMED
  }

  private record Trade(String code, Optional<Integer> rank) {}

  private record Everything(
      String name,
      State state,
      int count,
      long big,
      BigInteger huge,
      BigDecimal amount,
      double share,
      boolean sample,
      LocalDate date,
      MonthDay from,
      OffsetDateTime createdAt,
      Instant at,
      Duration duration,
      Optional<String> remark,
      Optional<LocalDate> until,
      List<Trade> trades,
      Map<String, Trade> byCode,
      List<List<Integer>> grid,
      JsonNode data) {}

  private static final Everything EVERYTHING =
      new Everything(
          "炒饼 \"1\"",
          State.CONFIRMED,
          3,
          Long.MIN_VALUE,
          new BigInteger("99999999999999999999999999999999999999"),
          new BigDecimal("12345678901234567890.1234567890123456"),
          0.1,
          true,
          LocalDate.of(2026, 7, 1),
          MonthDay.of(2, 29),
          OffsetDateTime.parse("2026-07-01T19:00:00+08:00"),
          Instant.parse("2026-07-01T11:00:00.123456789Z"),
          Duration.parse("PT5H30M"),
          Optional.empty(),
          Optional.of(LocalDate.of(2026, 7, 2)),
          List.of(new Trade("FOOD", Optional.of(1)), new Trade("TOYS", Optional.empty())),
          Map.of("FOOD", new Trade("FOOD", Optional.empty())),
          List.of(List.of(), List.of(1, 2)),
          Json.MAPPER.readTree("{\"a\":[1,\"x\",true,null,{\"b\":2.5}]}"));

  @Test
  void aRecordComesBackAsItWas() {
    assertThat(items.decode(items.encode(EVERYTHING), Everything.class)).isEqualTo(EVERYTHING);
  }

  @Test
  void whatIsStoredIsPlain() {
    Map<String, AttributeValue> item = items.encode(EVERYTHING);

    assertThat(item)
        .containsEntry("name", AttributeValue.fromS("炒饼 \"1\""))
        .containsEntry("state", AttributeValue.fromS("CONFIRMED"))
        .containsEntry("count", AttributeValue.fromN("3"))
        .containsEntry("big", AttributeValue.fromN("-9223372036854775808"))
        .containsEntry("amount", AttributeValue.fromN("12345678901234567890.1234567890123456"))
        .containsEntry("sample", AttributeValue.fromBool(true))
        .containsEntry("date", AttributeValue.fromS("2026-07-01"))
        .containsEntry("from", AttributeValue.fromS("--02-29"))
        .containsEntry("createdAt", AttributeValue.fromS("2026-07-01T19:00:00+08:00"))
        .containsEntry("duration", AttributeValue.fromS("PT5H30M"))
        .containsEntry("until", AttributeValue.fromS("2026-07-02"))
        .doesNotContainKey("remark");
    assertThat(item.get("trades"))
        .isEqualTo(
            AttributeValue.fromL(
                List.of(
                    AttributeValue.fromM(
                        Map.of(
                            "code", AttributeValue.fromS("FOOD"),
                            "rank", AttributeValue.fromN("1"))),
                    AttributeValue.fromM(Map.of("code", AttributeValue.fromS("TOYS"))))));
  }

  @Test
  void anEncodedItemMayBeAddedTo() {
    Map<String, AttributeValue> item = items.encode(new Trade("FOOD", Optional.empty()));
    item.put("expiresAt", AttributeValue.fromN("1"));

    assertThat(item).containsOnlyKeys("code", "expiresAt");
  }

  @Test
  void whatARecordDoesNotNameIsPassedOver() {
    Map<String, AttributeValue> item =
        new HashMap<>(items.encode(new Trade("FOOD", Optional.empty())));
    item.putAll(new Key("STALL#SITES", "SITE#1").attributes());
    item.put("seedHash", AttributeValue.fromS("x"));
    item.put("outbox", AttributeValue.fromL(List.of()));

    assertThat(items.decode(item, Trade.class)).isEqualTo(new Trade("FOOD", Optional.empty()));
  }

  @Test
  void anItemThatDoesNotFitIsNoRecord() {
    record Counted(int count, String name) {}

    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> items.decode(Map.of("count", AttributeValue.fromN("1")), Counted.class));
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(
            () ->
                items.decode(
                    Map.of("count", AttributeValue.fromN("1.5"), "name", AttributeValue.fromS("a")),
                    Counted.class));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                items.decode(
                    Map.of("name", AttributeValue.fromSs(List.of("a")), "count", number("1")),
                    Counted.class));
  }

  @Test
  void onlyWhatHasFieldsIsAnItem() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> items.encode("text"));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> items.encode(List.of(1)));
  }

  @Test
  void numbersAreWholeHoweverTheyAreWritten() {
    record Counted(long count) {}

    for (String text : List.of("100", "1E+2", "1e2", "100.0", "100.000")) {
      assertThat(items.decode(Map.of("count", number(text)), Counted.class))
          .isEqualTo(new Counted(100));
    }
  }

  @Test
  void anyNumberKeepsItsDigits() {
    record Amount(BigDecimal amount) {}

    Random random = new Random(13);
    for (int round = 0; round < 500; round++) {
      BigDecimal amount = new BigDecimal(new BigInteger(100, random), random.nextInt(40) - 20);
      Amount read = items.decode(items.encode(new Amount(amount)), Amount.class);
      assertThat(read.amount()).isEqualByComparingTo(amount);
    }
  }

  @Test
  void singleAttributesAreReadOrMissed() {
    Map<String, AttributeValue> item =
        Map.of("name", AttributeValue.fromS("a"), "count", number("7"));

    assertThat(Items.text(item, "name")).isEqualTo("a");
    assertThat(Items.number(item, "count")).isEqualTo(7);
    assertThatIllegalStateException().isThrownBy(() -> Items.text(item, "count"));
    assertThatIllegalStateException().isThrownBy(() -> Items.text(item, "none"));
    assertThatIllegalStateException().isThrownBy(() -> Items.number(item, "name"));
    assertThatIllegalStateException().isThrownBy(() -> Items.number(item, "none"));
  }

  @Test
  void aKeyIsTwoTexts() {
    Key key = new Key("STALL#1", "A#2");

    assertThat(key.attributes())
        .isEqualTo(
            Map.of("pk", AttributeValue.fromS("STALL#1"), "sk", AttributeValue.fromS("A#2")));
    assertThat(Key.of(key.attributes())).isEqualTo(key);
  }

  private static AttributeValue number(String text) {
    return AttributeValue.fromN(text);
  }
}
