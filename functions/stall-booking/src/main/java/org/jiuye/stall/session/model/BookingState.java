package org.jiuye.stall.session.model;

import java.util.Map;
import java.util.Set;

/** Where a booking stands, and where it may go from there. */
public enum BookingState {
  /** Offered to the first in line, and held until the offer's end. */
  OFFERED,
  /** The stall is held. */
  CONFIRMED,
  /** The holder was there. */
  CHECKED_IN,
  /** The night is over; the holder was there, or nobody was there to see. */
  COMPLETED,
  /** The offer was not answered in time. */
  LAPSED,
  /** The offer was declined. */
  REFUSED,
  /** Given back in good time: it does not count. */
  CANCELLED,
  /** Given back late: the night still counts for the week. */
  LATE_CANCELLED,
  /** The holder did not come. */
  NO_SHOW,
  /** The county closed the session, or withdrew the stall: it does not count. */
  SITE_CANCELLED;

  private static final Map<BookingState, Set<BookingState>> NEXT =
      Map.of(
          OFFERED, Set.of(CONFIRMED, LAPSED, REFUSED, SITE_CANCELLED),
          CONFIRMED,
              Set.of(CHECKED_IN, COMPLETED, CANCELLED, LATE_CANCELLED, NO_SHOW, SITE_CANCELLED),
          CHECKED_IN, Set.of(COMPLETED, SITE_CANCELLED));

  /** Whether a booking may go from here to another state. */
  public boolean mayBecome(BookingState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether nothing follows. */
  public boolean isFinal() {
    return !NEXT.containsKey(this);
  }

  /** Whether the booking keeps its stall from others. */
  public boolean holdsStall() {
    return !isFinal();
  }
}
