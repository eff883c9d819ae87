package org.jiuye.stall.night;

import static org.jiuye.stall.booking.model.Refusal.Reason.CODE_LOCKED;
import static org.jiuye.stall.booking.model.Refusal.Reason.NOT_EXPECTED;
import static org.jiuye.stall.booking.model.Refusal.Reason.NOT_IN_WINDOW;
import static org.jiuye.stall.booking.model.Refusal.Reason.WRONG_CODE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.CheckInCode;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.model.Session;

/**
 * The warden at the stall hears six digits from the holder. A code is of use once and within the
 * session's window; after some wrong ones none is taken any more, and the warden hears of it.
 */
final class CheckIn {
  private final Sessions sessions;
  private final StallStore store;
  private final CountyTime time;

  CheckIn(Sessions sessions, StallStore store, CountyTime time) {
    this.sessions = sessions;
    this.store = store;
    this.time = time;
  }

  /**
   * Checks a holder in.
   *
   * @param booking as it was read
   * @throws ProblemException where the holder is not expected, or the code is wrong
   */
  Booking checkIn(Booking booking, String code, Actor warden, Attempt attempt) {
    return LookAgain.until(
        booking,
        () -> store.booking(booking.id()).orElseThrow(() -> ProblemException.of(404, "not-found")),
        seen -> attempt(seen, code, warden, attempt));
  }

  /** One look at the booking; empty where it has changed meanwhile. */
  private Optional<Booking> attempt(Booking booking, String code, Actor warden, Attempt attempt) {
    Session session = sessions.of(booking);
    Instant now = time.now();
    if (booking.state() != BookingState.CONFIRMED) {
      throw Refusals.problem(Refusal.of(NOT_EXPECTED, "state", booking.state()));
    }
    Transition transition =
        Transitions.checkIn(booking, session, now, warden)
            .orElseThrow(() -> Refusals.problem(Refusal.of(NOT_IN_WINDOW)));
    if (CheckInCode.isLocked(booking)) {
      throw Refusals.problem(Refusal.of(CODE_LOCKED));
    }
    if (!CheckInCode.fits(booking, code)) {
      return noteWrongCode(booking, session, now);
    }
    Outcome outcome =
        store.apply(
            transition,
            0,
            CountyTime.dateOf(now),
            List.of(),
            more -> more.require(attempt.record(booking.bookingId())));
    return outcome.isWritten() ? Optional.of(transition.after()) : Optional.empty();
  }

  private Optional<Booking> noteWrongCode(Booking booking, Session session, Instant now) {
    Booking after = booking.withWrongCode();
    boolean locked = CheckInCode.isLocked(after);
    List<Event> events = locked ? List.of(StallEvents.codeLocked(after, session, now)) : List.of();
    if (!store.update(booking, after, events)) {
      return Optional.empty();
    }
    throw Refusals.problem(
        locked
            ? Refusal.of(CODE_LOCKED)
            : Refusal.of(WRONG_CODE, "triesLeft", CheckInCode.MOST_WRONG - after.wrongCodes()));
  }
}
