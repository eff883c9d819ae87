package org.jiuye.shared.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days on which offices work, by the State Council's yearly notice: Monday to Friday except
 * public holidays, and the weekend days that are worked in their place. A year whose notice is not
 * loaded is unknown, and so is every answer that needs it.
 */
public final class WorkingDays {
  private final Map<Integer, CalendarYear> years;

  public WorkingDays(Iterable<CalendarYear> years) {
    this.years = new TreeMap<>();
    years.forEach(year -> this.years.put(year.year(), year));
  }

  /**
   * A year's notice.
   *
   * @param holidays the days off, including weekend days among them
   * @param workdays the weekend days that are worked
   */
  public record CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workdays) {}

  /** Whether offices work on a day; empty where its year is unknown. */
  public Optional<Boolean> isWorkingDay(LocalDate day) {
    return Optional.ofNullable(years.get(day.getYear())).map(year -> isWorked(year, day));
  }

  /** Whether a day is a public holiday; empty where its year is unknown. */
  public Optional<Boolean> isHoliday(LocalDate day) {
    return Optional.ofNullable(years.get(day.getYear())).map(year -> year.holidays().contains(day));
  }

  /**
   * The day that is a number of working days after another; that other day does not count.
   *
   * @param workingDays at least 1
   * @return empty where the count reaches an unknown year
   */
  public Optional<LocalDate> plus(LocalDate day, int workingDays) {
    if (workingDays < 1) {
      throw new IllegalArgumentException("A number of working days is at least 1");
    }
    LocalDate reached = day;
    int left = workingDays;
    while (left > 0) {
      reached = reached.plusDays(1);
      Optional<Boolean> worked = isWorkingDay(reached);
      if (worked.isEmpty()) {
        return Optional.empty();
      }
      left -= worked.get() ? 1 : 0;
    }
    return Optional.of(reached);
  }

  private static boolean isWorked(CalendarYear year, LocalDate day) {
    if (year.workdays().contains(day)) {
      return true;
    }
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !year.holidays().contains(day);
  }
}
