package org.jiuye.loan.terms.model;

import java.time.LocalDate;

/** The period in which somebody must have been hired to count as a new hire. */
public enum HireWindow {
  /** 当年新招用: in the calendar year of applying. */
  CALENDAR_YEAR {
    @Override
    public boolean holds(LocalDate hired, LocalDate applied) {
      return !hired.isAfter(applied) && hired.getYear() == applied.getYear();
    }
  },
  /**
   * 申请前1年内: within the year before applying. A year that begins on a day ends on the day of the
   * same date, that day included, or on the last day of the month where there is no such date
   * (Civil Code, articles 201 and 202). So somebody hired on 2023-12-03 counts until 2024-12-03,
   * and somebody hired on 2024-02-29 until 2025-02-28.
   */
  YEAR_BEFORE_APPLYING {
    @Override
    public boolean holds(LocalDate hired, LocalDate applied) {
      return !hired.isAfter(applied) && !applied.isAfter(hired.plusYears(1));
    }
  };

  /** Whether somebody hired on one day counts in an application on another. */
  public abstract boolean holds(LocalDate hired, LocalDate applied);
}
