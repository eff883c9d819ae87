package org.jiuye.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the State Council's notice for 2026. */
class WorkingDaysTest {
  private static final WorkingDays DAYS =
      new WorkingDays(
          List.of(
              new WorkingDays.CalendarYear(
                  2026,
                  days(
                      "2026-01-01/2026-01-03",
                      "2026-02-15/2026-02-23",
                      "2026-04-04/2026-04-06",
                      "2026-05-01/2026-05-05",
                      "2026-06-19/2026-06-21",
                      "2026-09-25/2026-09-27",
                      "2026-10-01/2026-10-07"),
                  days(
                      "2026-01-04/2026-01-04",
                      "2026-02-14/2026-02-14",
                      "2026-02-28/2026-02-28",
                      "2026-05-09/2026-05-09",
                      "2026-09-20/2026-09-20",
                      "2026-10-10/2026-10-10"))));

  @ParameterizedTest
  @CsvSource({
    "2026-02-02, 5, 2026-02-09",
    "2026-02-02, 60, 2026-05-07",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-14, 1, 2026-02-24",
    "2026-09-30, 1, 2026-10-08",
    "2026-10-07, 3, 2026-10-10",
    "2026-01-01, 1, 2026-01-04",
    "2025-12-31, 1, 2026-01-04",
    "2026-12-30, 1, 2026-12-31"
  })
  void countsTheDaysThatAreWorked(LocalDate day, int workingDays, LocalDate reached) {
    assertThat(DAYS.plus(day, workingDays)).contains(reached);
  }

  @Test
  void aCountIntoAYearWithoutANoticeIsUnknown() {
    assertThat(DAYS.plus(LocalDate.of(2026, 12, 31), 1)).isEmpty();
    assertThat(DAYS.plus(LocalDate.of(2025, 12, 30), 1)).isEmpty();
    assertThat(DAYS.isWorkingDay(LocalDate.of(2027, 1, 4))).isEmpty();
    assertThat(DAYS.isHoliday(LocalDate.of(2027, 1, 1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14, true",
    "2026-02-15, false",
    "2026-02-23, false",
    "2026-02-24, true",
    "2026-02-28, true",
    "2026-03-01, false",
    "2026-07-01, true",
    "2026-07-04, false"
  })
  void aDayIsWorkedOrNot(LocalDate day, boolean worked) {
    assertThat(DAYS.isWorkingDay(day)).contains(worked);
  }

  @Test
  void aWeekendIsNoPublicHolidayOfItsOwn() {
    assertThat(DAYS.isHoliday(LocalDate.of(2026, 7, 4))).contains(false);
    assertThat(DAYS.isHoliday(LocalDate.of(2026, 10, 1))).contains(true);
  }

  @Test
  void theCountAgreesWithCountingDayByDay() {
    LocalDate start = LocalDate.of(2026, 1, 1);
    int counted = 0;
    for (LocalDate day = start.plusDays(1); day.getYear() == 2026; day = day.plusDays(1)) {
      if (DAYS.isWorkingDay(day).orElseThrow()) {
        counted++;
        assertThat(DAYS.plus(start, counted)).contains(day);
      }
    }
    assertThat(counted)
        .isEqualTo(
            (int)
                    start
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .count()
                - weekdaysOff()
                + 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aNumberOfDaysIsAtLeastOne(int workingDays) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DAYS.plus(LocalDate.of(2026, 2, 2), workingDays));
  }

  private static int weekdaysOff() {
    return (int)
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(day -> DAYS.isHoliday(day).orElseThrow())
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .count();
  }

  private static Set<LocalDate> days(String... ranges) {
    return Stream.of(ranges)
        .map(range -> range.split("/", 2))
        .flatMap(ends -> LocalDate.parse(ends[0]).datesUntil(LocalDate.parse(ends[1]).plusDays(1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
