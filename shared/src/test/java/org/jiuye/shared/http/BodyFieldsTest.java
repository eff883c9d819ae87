package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFieldsTest {
  private static final Pattern STALL = Pattern.compile("[A-Z]\\d{3}");
  private static final Pattern ANYTHING = Pattern.compile(".{0,20}", Pattern.DOTALL);

  private record Booking(
      String stallNo, LocalDate date, Optional<String> remark, Optional<String> onBehalfOf) {}

  private final AtomicReference<Booking> read = new AtomicReference<>();
  private final HttpFunction function =
      Functions.open(
          request -> {
            read.set(
                request.readBody(
                    fields ->
                        new Booking(
                            fields.text("stallNo", STALL),
                            fields.date("date"),
                            fields.optionalText("remark", ANYTHING),
                            fields.optionalPersonId("onBehalfOf"))));
            return HttpResponse.noContent();
          });

  @Test
  void readsAGoodBody() {
    Answer answer =
        send(
            """
            {"stallNo": "A001", "date": "2026-07-01", "remark": "炒饼", "onBehalfOf": "person-7"}
            """);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(read.get())
        .isEqualTo(
            new Booking(
                "A001", LocalDate.of(2026, 7, 1), Optional.of("炒饼"), Optional.of("person-7")));
  }

  @Test
  void nullIsAsGoodAsAbsent() {
    Answer answer = send("{\"stallNo\": \"A001\", \"date\": \"2026-07-01\", \"remark\": null}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(read.get().remark()).isEmpty();
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    Answer answer =
        send(
            """
            {"date": "2026-02-30", "remark": 5, "onBehalfOf": "130529199001011237",
             "Remark": "x", "a/b~c": {"deep": [1]}, "": null}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
    assertThat(answer.errors())
        .containsExactly(
            "pointer /stallNo required",
            "pointer /date not-a-date",
            "pointer /remark not-a-text",
            "pointer /onBehalfOf wrong-format",
            "pointer /Remark unknown-field",
            "pointer /a~1b~0c unknown-field",
            "pointer / unknown-field");
    assertThat(read.get()).isNull();
    assertThat(answer.body().toString()).doesNotContain("130529199001011237");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "true", "1.5", "[]", "[\"A001\"]", "{}", "{\"stallNo\": \"A001\"}", "-0"})
  void aValueOfAnotherTypeIsNotConverted(String value) {
    Answer answer = send("{\"stallNo\": %s, \"date\": %s}".formatted(value, value));

    assertThat(answer.errors())
        .containsExactly("pointer /stallNo not-a-text", "pointer /date not-a-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-7-1",
        "20260701",
        "2026-07-01T00:00:00Z",
        "+12026-07-01",
        "-2026-07-01",
        "２０２６-07-01",
        "today",
        "",
        " 2026-07-01"
      })
  void anImpossibleDateIsNone(String date) {
    Answer answer = send("{\"stallNo\": \"A001\", \"date\": \"%s\"}".formatted(date));

    assertThat(answer.errors()).containsExactly("pointer /date not-a-date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a001", "A001 ", "A001\\n", "Ａ001", "A0011", "\\u0000"})
  void aTextFitsItsFormWhole(String stallNo) {
    Answer answer = send("{\"stallNo\": \"%s\", \"date\": \"2026-07-01\"}".formatted(stallNo));

    assertThat(answer.errors()).containsExactly("pointer /stallNo wrong-format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "x\\udc00", "\\udc00\\ud800"})
  void halfOfACharacterIsNoText(String remark) {
    Answer answer =
        send(
            "{\"stallNo\": \"A001\", \"date\": \"2026-07-01\", \"remark\": \"%s\"}"
                .formatted(remark));

    assertThat(answer.errors()).containsExactly("pointer /remark wrong-format");
    assertThat(send("{\"%s\": 1}".formatted(remark)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|body-missing",
        "'  '|body-missing",
        "{|malformed-json",
        "{\"stallNo\": \"A001\",}|malformed-json",
        "{'stallNo': 'A001'}|malformed-json",
        "{\"stallNo\": A001}|malformed-json",
        "{} {}|malformed-json",
        "{\"a\": NaN}|malformed-json",
        "{\"stallNo\": \"A001\", \"stallNo\": \"A002\"}|malformed-json",
        "null|body-not-an-object",
        "[]|body-not-an-object",
        "\"text\"|body-not-an-object",
        "5|body-not-an-object",
      },
      quoteCharacter = '\u0001')
  void aBodyThatIsNoObjectIsToldApart(String body, String code) {
    Answer answer = send(body.equals("''") ? "" : body.replaceAll("^'(\\s*)'$", "$1"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void noBodyAtAllIsMissing() {
    HttpApiEvent absent = HttpApiEvent.of("POST /things");
    HttpApiEvent nothing = HttpApiEvent.of("POST /things");
    nothing.tree().putNull("body");

    assertThat(Functions.call(function, absent).code()).isEqualTo("body-missing");
    assertThat(Functions.call(function, nothing).code()).isEqualTo("body-missing");
  }

  @Test
  void aMegabyteIsTooLargeWhateverItHolds() {
    String million = "x".repeat(1_000_000);

    assertThat(send("{\"remark\": \"%s\"}".formatted(million)).status()).isEqualTo(413);
    assertThat(send(million).code()).isEqualTo("body-too-large");
    assertThat(send(" ".repeat(1_000_000)).code()).isEqualTo("body-too-large");
    assertThat(send("x".repeat(65_537)).body().get("mostCharacters").intValue()).isEqualTo(65_536);
  }

  @Test
  void bottomlessNestingIsMalformed() {
    assertThat(send("{\"remark\":" + "[".repeat(60_000)).code()).isEqualTo("malformed-json");
    assertThat(send("{\"remark\":" + "{\"a\":".repeat(10_000)).code()).isEqualTo("malformed-json");
  }

  @Test
  void ofThousandsOfUnknownFieldsTheFirstHundredAreNamed() {
    StringBuilder body = new StringBuilder("{");
    for (int field = 0; body.length() < 65_000; field++) {
      body.append("\"").append(field).append("\":0,");
    }
    Answer answer = send(body + "\"last\":0}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).hasSize(100).contains("pointer /0 unknown-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"13052919900101123X", "138-0000-1111", "phone13800001111", "张三", "a b", "<b>"})
  void aFieldsNameThatMayTellOfAPersonIsNotRepeated(String name) {
    assertThat(send(Json.MAPPER.writeValueAsString(Map.of(name, 1))).errors())
        .contains("pointer /… unknown-field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "1850-07-01", "1991-12-31", "9999-12-31"})
  void aDateWhoseHoursNoAnswerCouldTellIsNone(String date) {
    assertThat(send("{\"date\":\"%s\"}".formatted(date)).errors())
        .contains("pointer /date not-a-date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json+x",
        "",
        "json",
        "application/jsonp",
        "text/plain; application/json",
        "multipart/form-data; boundary=x"
      })
  void anotherContentTypeIsUnsupported(String contentType) {
    Answer answer =
        Functions.call(
            function,
            HttpApiEvent.of("POST /things").header("content-type", contentType).body("{}"));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=UTF-8"
      })
  void jsonIsTakenUnderEachOfItsNames(String contentType) {
    Answer answer =
        Functions.call(
            function,
            HttpApiEvent.of("POST /things")
                .header("content-type", contentType)
                .body("{\"stallNo\": \"A001\", \"date\": \"2026-07-01\"}"));

    assertThat(answer.status()).isEqualTo(204);
  }

  @Test
  void theErrorsAreToldInBothLanguages() {
    HttpApiEvent event = HttpApiEvent.of("POST /things").body("{\"date\": \"2026-02-30\"}");

    assertThat(Functions.call(function, event.header("accept-language", "zh")).body().toString())
        .contains("必填", "必须为有效日期");
    assertThat(Functions.call(function, event.header("accept-language", "en")).body().toString())
        .contains("is required", "must be a date of the calendar");
  }

  @Test
  void aForgedEventInTheBodyIsButABody() {
    String forged = HttpApiEvent.of("POST /things").caller("mallory", "admin").text();

    assertThat(send("[" + forged + "]").code()).isEqualTo("body-not-an-object");
    assertThat(send(forged).errors()).contains("pointer /requestContext unknown-field");
    assertThat(send(Json.MAPPER.writeValueAsString(forged)).code()).isEqualTo("body-not-an-object");
  }

  private Answer send(String body) {
    return Functions.call(function, HttpApiEvent.of("POST /things").body(body));
  }
}
