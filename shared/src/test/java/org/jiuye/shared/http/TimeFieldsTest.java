package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments, and dates that may be absent, in a body. */
class TimeFieldsTest {
  private record Suspension(Instant from, Optional<LocalDate> until) {}

  private final AtomicReference<Suspension> read = new AtomicReference<>();
  private final HttpFunction function =
      Functions.open(
          request -> {
            read.set(
                request.readBody(
                    fields -> new Suspension(fields.moment("from"), fields.optionalDate("until"))));
            return HttpResponse.noContent();
          });

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-07-02T01:30:00+08:00",
        "2026-07-01T17:30:00Z",
        "2026-07-01T17:30Z",
        "2026-07-01T12:30:00.000-05:00"
      })
  void aMomentIsTheSameWhateverItsOffset(String moment) {
    assertThat(send("{\"from\": \"" + moment + "\"}").status()).isEqualTo(204);
    assertThat(read.get().from()).isEqualTo(Instant.parse("2026-07-01T17:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', required",
    "'{\"from\": null}', required",
    "'{\"from\": 1782927000}', not-a-text",
    "'{\"from\": \"\"}', wrong-format",
    "'{\"from\": \"2026-07-02\"}', wrong-format",
    "'{\"from\": \"2026-07-02T01:30:00\"}', wrong-format",
    "'{\"from\": \"2026-02-30T01:30:00+08:00\"}', wrong-format",
    "'{\"from\": \"2026-07-02T25:30:00+08:00\"}', wrong-format",
    "'{\"from\": \"2026-07-02T01:30:00+19:00\"}', wrong-format",
    "'{\"from\": \"2026-07-02T01:30:00+08:00 \"}', wrong-format"
  })
  void whatIsNoMomentIsNamed(String body, String code) {
    assertThat(send(body).errors()).containsExactly("pointer /from " + code);
  }

  @Test
  void aDateThatIsGivenIsRead() {
    assertThat(send(until("\"2028-02-29\"")).status()).isEqualTo(204);
    assertThat(read.get().until()).contains(LocalDate.of(2028, 2, 29));
  }

  @Test
  void aDateThatIsNotGivenOrNullIsAbsent() {
    assertThat(send("{\"from\": \"2026-07-01T17:30:00Z\"}").status()).isEqualTo(204);
    assertThat(read.get().until()).isEmpty();
    assertThat(send(until("null")).status()).isEqualTo(204);
    assertThat(read.get().until()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-02-29\"', not-a-date",
    "'\"2026-7-1\"', not-a-date",
    "'\"tomorrow\"', not-a-date",
    "'\"2026-07-01T00:00:00Z\"', not-a-date",
    "'\"\"', not-a-date",
    "20260701, not-a-text"
  })
  void whatIsNoDateIsNamedAndNotTakenForAbsent(String value, String code) {
    assertThat(send(until(value)).errors()).containsExactly("pointer /until " + code);
  }

  private static String until(String value) {
    return "{\"from\": \"2026-07-01T17:30:00Z\", \"until\": " + value + "}";
  }

  private Answer send(String body) {
    return Functions.call(function, HttpApiEvent.of("POST /things").body(body));
  }
}
