package org.jiuye.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {
  @ParameterizedTest
  @CsvSource({
    "--05-01, --10-07, 2026-05-01, true",
    "--05-01, --10-07, 2026-10-07, true",
    "--05-01, --10-07, 2026-04-30, false",
    "--05-01, --10-07, 2026-10-08, false",
    "--11-15, --03-15, 2026-12-31, true",
    "--11-15, --03-15, 2027-01-01, true",
    "--11-15, --03-15, 2028-02-29, true",
    "--11-15, --03-15, 2026-03-15, true",
    "--11-15, --03-15, 2026-03-16, false",
    "--11-15, --03-15, 2026-11-14, false",
    "--07-01, --07-01, 2026-07-01, true",
    "--07-01, --07-01, 2026-07-02, false",
    "--01-01, --12-31, 2026-12-31, true",
    "--02-29, --04-01, 2026-02-28, false",
    "--02-29, --04-01, 2026-03-01, true"
  })
  void holdsItsFirstAndLastDayAndMayCrossTheNewYear(
      MonthDay from, MonthDay to, LocalDate date, boolean open) {
    assertThat(new Season(from, to).contains(date)).isEqualTo(open);
  }
}
