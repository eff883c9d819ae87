package org.jiuye.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron(0 16 * * ? *)      | 2026-07-01T15:59:59+08:00 | 2026-07-01T16:00:00+08:00
          cron(0 16 * * ? *)      | 2026-07-01T16:00:00+08:00 | 2026-07-02T16:00:00+08:00
          cron(0 8 1 * ? *)       | 2026-07-01T08:00:01+08:00 | 2026-08-01T08:00:00+08:00
          cron(30 9 ? * MON-FRI *) | 2026-07-03T10:00:00+08:00 | 2026-07-06T09:30:00+08:00
          cron(0 9 ? * 4 *)       | 2026-07-02T10:00:00+08:00 | 2026-07-08T09:00:00+08:00
          cron(0/15 * * * ? *)    | 2026-07-01T10:01:00+08:00 | 2026-07-01T10:15:00+08:00
          cron(0 0 L * ? *)       | 2026-02-10T00:00:00+08:00 | 2026-02-28T00:00:00+08:00
          rate(5 minutes)         | 2026-07-01T10:00:00+08:00 | 2026-07-01T10:05:00+08:00
          rate(1 day)             | 2026-07-01T10:00:00+08:00 | 2026-07-02T10:00:00+08:00
          at(2026-07-01T12:00:00) | 2026-07-01T10:00:00+08:00 | 2026-07-01T12:00:00+08:00
          """)
  void firesNext(String expression, String after, String expected) {
    assertThat(ScheduleExpression.parse(expression, SHANGHAI).nextAfter(at(after)))
        .contains(at(expected));
  }

  @Test
  void firesOnceOnly() {
    assertThat(
            ScheduleExpression.parse("at(2026-07-01T12:00:00)", SHANGHAI)
                .nextAfter(at("2026-07-01T12:00:00+08:00")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 16 * * ? *",
        "cron(0 16 * * ?)",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "cron(61 * * * ? *)"
      })
  void refusesWhatItDoesNotUnderstand(String expression) {
    assertThatThrownBy(() -> ScheduleExpression.parse(expression, SHANGHAI))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
