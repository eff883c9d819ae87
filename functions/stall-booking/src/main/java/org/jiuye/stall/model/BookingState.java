package org.jiuye.stall.model;

/** Where a booking stands. */
public enum BookingState {
  /** The stall is held. */
  CONFIRMED,
  /** Given back in good time: it does not count. */
  CANCELLED,
  /** Given back late: the night still counts for the week. */
  LATE_CANCELLED;

  /** Whether the booking holds its stall. */
  public boolean holdsStall() {
    return this == CONFIRMED;
  }
}
