package org.jiuye.stall.booking;

import static org.jiuye.stall.booking.model.Refusal.Reason.NOT_CANCELLABLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.model.Session;

/**
 * Gives a stall back, which then goes to the first in line. In the hours before the opening that
 * the site's policy names it is late, and the night goes on counting.
 */
final class CancelBooking {
  private final Sessions sessions;
  private final StallStore store;
  private final DueStore due;
  private final Allocator allocator;
  private final CountyTime time;

  CancelBooking(
      Sessions sessions, StallStore store, DueStore due, Allocator allocator, CountyTime time) {
    this.sessions = sessions;
    this.store = store;
    this.due = due;
    this.allocator = allocator;
    this.time = time;
  }

  /**
   * Cancels a booking.
   *
   * @throws ProblemException 409 {@code not-cancellable}
   */
  Booking cancel(Booking booking, Actor by, Attempt attempt) {
    Session session = sessions.of(booking);
    due.note(session);
    // A reminder, for example, may change it: whether it can be cancelled is asked anew.
    Booking cancelled =
        LookAgain.until(
            booking,
            () -> store.booking(booking.id()).orElseThrow(() -> notCancellable(booking)),
            before -> attempt(before, session, by, attempt));
    allocator.runAfter(session);
    return cancelled;
  }

  /** One look at the booking; empty where it has changed meanwhile. */
  private Optional<Booking> attempt(Booking before, Session session, Actor by, Attempt attempt) {
    Instant now = time.now();
    Transition transition =
        Transitions.cancel(before, session, now, by).orElseThrow(() -> notCancellable(before));
    Outcome outcome =
        store.apply(
            transition,
            0,
            CountyTime.dateOf(now),
            List.of(StallEvents.cancelled(transition.after(), session, now)),
            more -> more.require(attempt.record(before.bookingId())));
    return outcome.isWritten() ? Optional.of(transition.after()) : Optional.empty();
  }

  private static ProblemException notCancellable(Booking booking) {
    return Refusals.problem(Refusal.of(NOT_CANCELLABLE, "bookingId", booking.bookingId()));
  }
}
