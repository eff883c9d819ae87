package org.jiuye.bench;

import java.time.LocalDate;
import org.jiuye.testing.MovableClock;

/** One night after the other, in season, the clock at noon of the day before. */
final class Nights {
  static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

  private final MovableClock clock;
  private LocalDate next = FIRST;

  Nights(MovableClock clock) {
    this.clock = clock;
  }

  Night next() {
    LocalDate date = next;
    // The season of every site covers June to September.
    next = date.getMonthValue() < 9 ? date.plusDays(1) : LocalDate.of(date.getYear() + 1, 6, 1);
    clock.moveTo(date.minusDays(1) + "T12:00:00+08:00");
    return new Night(date.toString());
  }
}
