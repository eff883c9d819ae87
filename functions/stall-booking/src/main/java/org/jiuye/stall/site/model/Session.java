package org.jiuye.stall.site.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One service night of a site.
 *
 * @param date the date on which it opens; it may close on the next
 */
public record Session(Site site, LocalDate date) {
  /** When the stalls open. */
  public Instant opensAt() {
    return site.window().opensOn(date);
  }

  /** When the stalls close; the first moment behind the session. */
  public Instant closesAt() {
    return site.window().closesOn(date);
  }

  /** Whether the stalls have opened, or even closed. */
  public boolean hasStarted(Instant now) {
    return !now.isBefore(opensAt());
  }
}
