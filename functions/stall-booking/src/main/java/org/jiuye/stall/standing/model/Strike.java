package org.jiuye.stall.standing.model;

import java.time.LocalDate;

/**
 * A night on which a holder did not come.
 *
 * @param date the night
 */
public record Strike(String bookingId, String siteId, LocalDate date, State state) {
  /** Whether a strike counts. */
  public enum State {
    COUNTED,
    /** It has led to a bar, and leads to no second one. */
    USED,
    /** The county has taken it back. */
    EXCUSED
  }
}
