package org.jiuye.stall.booking;

import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_CLOSED;
import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_FULL;
import static org.jiuye.stall.booking.model.Refusal.Reason.STALL_TAKEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.shared.table.Outcome;
import org.jiuye.shared.table.Transaction;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.ClosureStore;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/** Takes a stall of a session for somebody: the one that is wished, or any that is free. */
public final class TakeStall {
  private final StallStore store;
  private final ClosureStore closures;

  TakeStall(StallStore store, ClosureStore closures) {
    this.store = store;
    this.closures = closures;
  }

  /** A booking that lacks its stall. */
  public interface Draft {
    /** What is wished; all rules let it pass. */
    Wish wish();

    Instant now();

    Booking booking(String stallNo);

    /** Adds what is written in the booking's transaction beside it. */
    default void addTo(Transaction transaction, Booking booking) {}
  }

  /** The rules of the day of a wish that all rules let pass. */
  public static SitePolicy policy(Wish wish) {
    return wish.policy().orElseThrow();
  }

  /**
   * Takes a stall.
   *
   * @throws ProblemException where there is none, or the person may have none
   */
  public Booking take(Draft draft, Attempt attempt) {
    Optional<String> stallNo = draft.wish().stallNo();
    return stallNo.isPresent() ? takeThis(draft, stallNo.get(), attempt) : takeAny(draft, attempt);
  }

  private Booking takeThis(Draft draft, String stallNo, Attempt attempt) {
    refuseClosed(closures.find(draft.wish().session(), false));
    return write(draft, stallNo, attempt)
        .orElseThrow(() -> Refusals.problem(Refusal.of(STALL_TAKEN)));
  }

  /**
   * Tries free stalls, chosen by chance so that many requests at once do not collide, until one is
   * taken or a consistent look finds none; each try is decided by its own write.
   */
  private Booking takeAny(Draft draft, Attempt attempt) {
    Session session = draft.wish().session();
    Optional<Booking> first = takeOneOf(store.session(session, false), draft, attempt);
    return first.orElseGet(
        () ->
            LookAgain.until(
                () -> store.session(session, true),
                state -> {
                  if (state.freeStalls().isEmpty()) {
                    refuseClosed(state.closure());
                    throw Refusals.problem(Refusal.of(SESSION_FULL));
                  }
                  return takeOneOf(state, draft, attempt);
                }));
  }

  /** Empty where none is free, or the one tried is taken by now. */
  private Optional<Booking> takeOneOf(SessionState state, Draft draft, Attempt attempt) {
    refuseClosed(state.closure());
    List<String> free = state.freeStalls();
    return free.isEmpty()
        ? Optional.empty()
        : write(draft, free.get(ThreadLocalRandom.current().nextInt(free.size())), attempt);
  }

  /**
   * Writes the booking of a stall.
   *
   * @return empty where the stall is taken
   * @throws ProblemException where the person may have no further stall
   */
  private Optional<Booking> write(Draft draft, String stallNo, Attempt attempt) {
    Booking booking = draft.booking(stallNo);
    int limit = policy(draft.wish()).weeklyLimit();
    Outcome outcome =
        store.book(
            booking,
            limit,
            CountyTime.dateOf(draft.now()),
            StallEvents.confirmed(booking, draft.wish().session(), draft.now()),
            transaction -> {
              transaction.require(attempt.record(booking.bookingId()));
              draft.addTo(transaction, booking);
            });
    PersonRefusals.check(outcome, Night.of(booking), limit);
    return outcome.isWritten() ? Optional.of(booking) : Optional.empty();
  }

  private static void refuseClosed(Optional<Closure> closure) {
    Refusals.refuse(closure.map(closed -> Refusal.of(SESSION_CLOSED)));
  }
}
