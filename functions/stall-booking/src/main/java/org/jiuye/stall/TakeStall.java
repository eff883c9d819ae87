package org.jiuye.stall;

import static org.jiuye.stall.model.Refusal.Reason.SESSION_CLOSED;
import static org.jiuye.stall.model.Refusal.Reason.SESSION_FULL;
import static org.jiuye.stall.model.Refusal.Reason.STALL_TAKEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.Parts.Outcome;
import org.jiuye.stall.Parts.Part;
import org.jiuye.stall.PersonStore.Night;
import org.jiuye.stall.StallStore.Extras;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingRule.Wish;
import org.jiuye.stall.model.Closure;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.SessionState;
import org.jiuye.stall.model.SitePolicy;

/** Takes a stall of a session for somebody: the one that is wished, or any that is free. */
final class TakeStall {
  private final StallStore store;
  private final ClosureStore closures;

  TakeStall(StallStore store, ClosureStore closures) {
    this.store = store;
    this.closures = closures;
  }

  /** A booking that lacks its stall. */
  interface Draft {
    /** What is wished; all rules let it pass. */
    Wish wish();

    Instant now();

    Booking booking(String stallNo);

    /** What is written in the booking's transaction beside it. */
    default List<Write> more(Booking booking) {
      return List.of();
    }

    /**
     * Tells what stood in the way of {@link #more}.
     *
     * @throws ProblemException where something did
     */
    default void check(Outcome outcome) {}
  }

  /** The rules of the day of a wish that all rules let pass. */
  static SitePolicy policy(Wish wish) {
    return wish.policy().orElseThrow();
  }

  /**
   * Takes a stall.
   *
   * @throws ProblemException where there is none, or the person may have none
   */
  Booking take(Draft draft, Idempotency.Attempt attempt) {
    Optional<String> stallNo = draft.wish().stallNo();
    return stallNo.isPresent() ? takeThis(draft, stallNo.get(), attempt) : takeAny(draft, attempt);
  }

  private Booking takeThis(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    refuseClosed(closures.find(draft.wish().session(), false));
    return write(draft, stallNo, attempt)
        .orElseThrow(() -> Refusals.problem(Refusal.of(STALL_TAKEN)));
  }

  /**
   * Tries free stalls, by chance so that many who ask at once do not collide, until one is got or a
   * consistent look finds none; each try is decided by its own write.
   */
  private Booking takeAny(Draft draft, Idempotency.Attempt attempt) {
    for (boolean consistent = false; ; consistent = true) {
      SessionState state = store.session(draft.wish().session(), consistent);
      refuseClosed(state.closure());
      List<String> free = state.freeStalls();
      if (free.isEmpty() && consistent) {
        throw Refusals.problem(Refusal.of(SESSION_FULL));
      }
      if (!free.isEmpty()) {
        String stallNo = free.get(ThreadLocalRandom.current().nextInt(free.size()));
        Optional<Booking> booked = write(draft, stallNo, attempt);
        if (booked.isPresent()) {
          return booked.get();
        }
      }
    }
  }

  /**
   * Writes the booking of a stall.
   *
   * @return empty where the stall is taken
   * @throws ProblemException where the person may have no further stall
   */
  private Optional<Booking> write(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    Booking booking = draft.booking(stallNo);
    int limit = policy(draft.wish()).weeklyLimit();
    Outcome outcome =
        store.book(
            booking,
            limit,
            CountyTime.dateOf(draft.now()),
            StallEvents.confirmed(booking, draft.wish().session(), draft.now()),
            new Extras(draft.more(booking), attempt.record(booking.bookingId())));
    if (outcome.isRefused(Part.RECORD)) {
      throw Idempotency.conflict();
    }
    draft.check(outcome);
    PersonRefusals.check(outcome, Night.of(booking), limit);
    return outcome.isWritten() ? Optional.of(booking) : Optional.empty();
  }

  private static void refuseClosed(Optional<Closure> closure) {
    Refusals.refuse(closure.map(closed -> Refusal.of(SESSION_CLOSED)));
  }
}
