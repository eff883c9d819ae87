package org.jiuye.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountyTimeTest {
  @Test
  void theCountysDayBeginsEightHoursBeforeGreenwichs() {
    CountyTime time = new CountyTime(InstantSource.fixed(Instant.parse("2026-06-30T16:00:00Z")));

    assertThat(time.today()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(time.nowInCounty()).isEqualTo(OffsetDateTime.parse("2026-07-01T00:00:00+08:00"));
    assertThat(time.now()).isEqualTo(Instant.parse("2026-06-30T16:00:00Z"));
    assertThat(CountyTime.dateOf(Instant.parse("2026-06-30T15:59:59.999Z")))
        .isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-W01",
    "2026-06-28, 2026-W26",
    "2026-06-29, 2026-W27",
    "2026-12-28, 2026-W53",
    "2026-12-31, 2026-W53",
    "2027-01-03, 2026-W53",
    "2027-01-04, 2027-W01",
    "2025-12-29, 2026-W01",
    "2024-12-30, 2025-W01"
  })
  void aWeekBelongsToTheYearOfItsThursday(LocalDate date, String week) {
    assertThat(CountyTime.isoWeekOf(date)).isEqualTo(week);
  }

  @Test
  void aWeeksNameIsTheSameWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(CountyTime.isoWeekOf(LocalDate.of(2026, 7, 1))).isEqualTo("2026-W27");
    } finally {
      Locale.setDefault(before);
    }
  }
}
