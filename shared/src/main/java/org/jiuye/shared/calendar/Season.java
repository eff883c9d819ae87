package org.jiuye.shared.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The part of each year in which something is open. It may cross the turn of the year.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record Season(MonthDay from, MonthDay to) {
  /** Whether a date is in the season. */
  public boolean contains(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean afterStart = day.compareTo(from) >= 0;
    boolean beforeEnd = day.compareTo(to) <= 0;
    return from.compareTo(to) <= 0 ? afterStart && beforeEnd : afterStart || beforeEnd;
  }
}
