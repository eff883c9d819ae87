package org.jiuye.stall.session.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a booking's state with all that goes with it; one transaction makes it happen, while
 * the booking is as it was.
 */
public record Transition(
    Booking before, Booking after, StallEffect stall, EntryEffect entry, WeekEffect week) {
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

  /** What becomes of the entry of the waiting list that the offer came from. */
  public enum EntryEffect {
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

  /**
   * What a stall that goes to the first in line stands as meanwhile. An offer that comes to nothing
   * leaves those passed over who were so before it; a stall that was held is given back anew.
   */
  public Release release() {
    List<String> passedOver = new ArrayList<>();
    if (before.state() == BookingState.OFFERED) {
      passedOver.addAll(before.openOffer().passedOver());
    }
    if (stall == StallEffect.RELEASE_PASSING_OVER) {
      passedOver.add(before.personId());
    }
    return new Release(before.bookingId(), before.stallNo(), passedOver);
  }
}
