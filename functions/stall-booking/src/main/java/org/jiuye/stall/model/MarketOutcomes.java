package org.jiuye.stall.model;

import java.time.Instant;

/** When the outcome of a stall at the job market may be reported. */
public final class MarketOutcomes {
  private MarketOutcomes() {}

  /** Once the session has begun, of a booking that was not given back. */
  public static boolean isDue(Booking booking, Session session, Instant now) {
    return booking.market().isPresent() && booking.state().holdsStall() && session.hasStarted(now);
  }
}
