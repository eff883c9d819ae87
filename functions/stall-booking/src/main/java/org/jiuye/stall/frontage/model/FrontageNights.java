package org.jiuye.stall.frontage.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The nights of a declaration, by the dates on which they open.
 *
 * @param from the first
 * @param to the last, included
 */
public record FrontageNights(LocalDate from, LocalDate to) {
  /** Whether a night is among them. */
  public boolean contains(LocalDate night) {
    return !night.isBefore(from) && !night.isAfter(to);
  }

  /** Whether a night is in both. */
  public boolean overlap(FrontageNights others) {
    return !to.isBefore(others.from) && !from.isAfter(others.to);
  }

  /** How many there are. */
  public long count() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
