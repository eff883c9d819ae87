package org.jiuye.loan.terms.model;

import java.time.LocalDate;

/** In which time somebody must have been hired to count as a new hire. */
public enum HireWindow {
  /** 当年新招用: in the calendar year of applying. */
  CALENDAR_YEAR {
    @Override
    public boolean holds(LocalDate hired, LocalDate applied) {
      return !hired.isAfter(applied) && hired.getYear() == applied.getYear();
    }
  },
  /**
   * 申请前1年内: within the year before applying. A year counted from a day ends on the day of the same
   * date, that day included, and on the month's last day where there is none (Civil Code, articles
   * 201 and 202). So who was hired on 2023-12-03 counts up to 2024-12-03, and who was hired on
   * 2024-02-29 up to 2025-02-28.
   */
  YEAR_BEFORE_APPLYING {
    @Override
    public boolean holds(LocalDate hired, LocalDate applied) {
      return !hired.isAfter(applied) && !applied.isAfter(hired.plusYears(1));
    }
  };

  /** Whether who was hired on a day counts for who applies on another. */
  public abstract boolean holds(LocalDate hired, LocalDate applied);
}
