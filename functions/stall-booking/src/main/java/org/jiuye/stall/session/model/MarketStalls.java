package org.jiuye.stall.session.model;

import java.time.Instant;
import java.util.Set;
import org.jiuye.stall.site.model.Session;

/** What goes with a stall at the job market while its booking stands. */
public final class MarketStalls {
  /** Why the county ends bookings that a rejected employer has. */
  public static final String EMPLOYER_REJECTED = "EMPLOYER_REJECTED";

  private static final Set<BookingState> STANDING =
      Set.of(BookingState.CONFIRMED, BookingState.CHECKED_IN, BookingState.COMPLETED);

  private MarketStalls() {}

  /** Whether an employer has the stall, or had it to the end: its vacancies hang out then. */
  public static boolean stands(Booking booking) {
    return STANDING.contains(booking.state());
  }

  /** Whether an outcome may be reported: the booking stands, and the session has begun. */
  public static boolean isOutcomeDue(Booking booking, Session session, Instant now) {
    return booking.market().isPresent() && stands(booking) && session.hasStarted(now);
  }
}
