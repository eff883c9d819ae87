package org.jiuye.stall.model;

/**
 * A change of a booking's state with all that goes with it; one transaction makes it happen, while
 * the booking is as it was.
 */
public record Transition(
    Booking before, Booking after, StallEffect stall, QueueEffect queue, WeekEffect week) {
  /** What becomes of the stall. */
  public enum StallEffect {
    /** The booking keeps it. */
    KEEP,
    /** It goes to the first in line. */
    RELEASE,
    /** It goes to the first in line who is not this holder. */
    RELEASE_PASSING_OVER,
    /** It is free: nobody is offered anything any more. */
    FREE
  }

  /** What becomes of the place in the queue that the offer came from. */
  public enum QueueEffect {
    NONE,
    REMOVE,
    WAIT_AGAIN
  }

  /** What becomes of the holder's week. */
  public enum WeekEffect {
    NONE,
    /** The night is taken and counts; the holder waits no more. */
    TAKE_NIGHT,
    /** The night is free again and does not count. */
    GIVE_BACK,
    /** The night is free again and counts all the same. */
    GIVE_BACK_COUNTED,
    /** The holder waits no more. */
    STOP_WAITING
  }
}
