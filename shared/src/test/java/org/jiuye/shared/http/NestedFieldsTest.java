package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, choices, objects and lists of a body. */
class NestedFieldsTest {
  private static final Pattern WORD = Pattern.compile("[a-z]{1,8}");

  private enum Basis {
    HOUR,
    MONTH
  }

  private record Range(int from, int to) {}

  private record Vacancy(String title, Optional<Integer> headcount, Range pay) {}

  private record Booking(
      LocalDate date, Basis basis, Optional<Integer> workers, List<Vacancy> vacancies) {}

  private final AtomicReference<Booking> read = new AtomicReference<>();
  private final HttpFunction function =
      Functions.open(
          request -> {
            read.set(request.readBody(NestedFieldsTest::booking));
            return HttpResponse.noContent();
          });

  private static Booking booking(BodyFields fields) {
    return new Booking(
        fields.date("date"),
        fields.choice("basis", Basis.class),
        fields.optionalInteger("workers", 1, 9),
        fields.list("vacancies", 1, 3, NestedFieldsTest::vacancy));
  }

  private static Vacancy vacancy(BodyFields fields) {
    return new Vacancy(
        fields.text("title", WORD),
        fields.optionalInteger("headcount", 1, 500),
        fields.object("pay", NestedFieldsTest::range));
  }

  private static Range range(BodyFields fields) {
    Range range = new Range(fields.integer("from", 0, 90_000), fields.integer("to", 0, 90_000));
    fields.ensure(range.from() <= range.to(), "to", "out-of-range");
    return range;
  }

  @Test
  void readsWhatIsNested() {
    Answer answer =
        send(
            """
            {"date": "2026-07-01", "basis": "MONTH", "workers": 2, "vacancies": [
              {"title": "cook", "headcount": 500, "pay": {"from": 3000, "to": 3000}},
              {"title": "guard", "headcount": null, "pay": {"from": 0, "to": 90000}}]}
            """);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(read.get())
        .isEqualTo(
            new Booking(
                LocalDate.of(2026, 7, 1),
                Basis.MONTH,
                Optional.of(2),
                List.of(
                    new Vacancy("cook", Optional.of(500), new Range(3000, 3000)),
                    new Vacancy("guard", Optional.empty(), new Range(0, 90_000)))));
  }

  @Test
  void namesEverythingThatIsWrongByItsPointer() {
    Answer answer =
        send(
            """
            {"date": "today", "basis": "YEAR", "workers": 10, "vacancies": [
              {"title": "COOK", "headcount": 501, "pay": {"from": 5, "to": 4}, "a/b": 1},
              {"title": "cook", "headcount": 1.5, "pay": {"from": -1, "until": 9}},
              {"headcount": "5", "pay": []}]}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors())
        .containsExactly(
            "pointer /date not-a-date",
            "pointer /basis not-a-choice",
            "pointer /workers out-of-range",
            "pointer /vacancies/0/title wrong-format",
            "pointer /vacancies/0/headcount out-of-range",
            "pointer /vacancies/0/pay/to out-of-range",
            "pointer /vacancies/0/a~1b unknown-field",
            "pointer /vacancies/1/headcount not-a-whole-number",
            "pointer /vacancies/1/pay/from out-of-range",
            "pointer /vacancies/1/pay/to required",
            "pointer /vacancies/1/pay/until unknown-field",
            "pointer /vacancies/2/title required",
            "pointer /vacancies/2/headcount not-a-whole-number",
            "pointer /vacancies/2/pay not-an-object");
    assertThat(read.get()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|pointer /vacancies not-a-list",
        "5|pointer /vacancies not-a-list",
        "[]|pointer /vacancies wrong-size",
        "[1,2,3,4]|pointer /vacancies wrong-size",
        "null|pointer /vacancies required"
      })
  void aListIsAListOfTheRightLength(String value, String error) {
    assertThat(sendVacancies(value).errors()).containsExactly(error);
  }

  @Test
  void whatIsNoObjectInAListIsNamed() {
    assertThat(sendVacancies("[1, [], null]").errors())
        .containsExactly(
            "pointer /vacancies/0 not-an-object",
            "pointer /vacancies/1 not-an-object",
            "pointer /vacancies/2 not-an-object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e0", "\"1\"", "true", "[1]", "{}"})
  void aWholeNumberIsNotConvertedFromAnythingElse(String value) {
    assertThat(
            sendVacancies(
                    "[{\"title\":\"a\",\"headcount\":%s,\"pay\":{\"from\":1,\"to\":1}}]"
                        .formatted(value))
                .errors())
        .containsExactly("pointer /vacancies/0/headcount not-a-whole-number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648", "99999999999999999999"})
  void aNumberOutsideOfTheRangeIsNamed(String value) {
    assertThat(
            sendVacancies(
                    "[{\"title\":\"a\",\"headcount\":%s,\"pay\":{\"from\":1,\"to\":1}}]"
                        .formatted(value))
                .errors())
        .containsExactly("pointer /vacancies/0/headcount out-of-range");
  }

  private Answer sendVacancies(String vacancies) {
    return send(
        "{\"date\": \"2026-07-01\", \"basis\": \"HOUR\", \"vacancies\": %s}".formatted(vacancies));
  }

  private Answer send(String body) {
    return Functions.call(function, HttpApiEvent.of("POST /things").body(body));
  }
}
