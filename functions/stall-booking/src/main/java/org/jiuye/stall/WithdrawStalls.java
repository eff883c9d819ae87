package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.Parts.Outcome;
import org.jiuye.stall.StallStore.Extras;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Transition;
import org.jiuye.stall.model.Transitions;

/**
 * Ends the stalls that a rejected employer has at markets that are not over, without penalty, with
 * all their vacancies: a county lets nobody stand in its hall of whom it has found that it may not.
 * It runs after the rejection and, for what was cut off, by schedule; run twice it ends nothing
 * twice. Once the employer is verified again, what still stands is left alone.
 */
final class WithdrawStalls implements ScheduleFunction.Task {
  /** A booking changes a few times in its life; each lost try is one of them. */
  private static final int MOST_TRIES = 20;

  private final EmployerStore employers;
  private final PersonStore persons;
  private final Sessions sessions;
  private final StallStore store;
  private final DueStore due;
  private final Allocator allocator;
  private final CountyTime time;

  WithdrawStalls(
      EmployerStore employers,
      PersonStore persons,
      Sessions sessions,
      StallStore store,
      DueStore due,
      Allocator allocator,
      CountyTime time) {
    this.employers = employers;
    this.persons = persons;
    this.sessions = sessions;
    this.store = store;
    this.due = due;
    this.allocator = allocator;
    this.time = time;
  }

  /** What a run did, by number of employers and bookings. */
  record Report(int employers, int withdrawn) {
    Report plus(Report other) {
      return new Report(employers + other.employers, withdrawn + other.withdrawn);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    return EachSite.ofEmployers(
        employers.withdrawals(), this::withdraw, new Report(0, 0), Report::plus);
  }

  /** Ends what there is to end of one employer's, and notes that it is done. */
  Report withdraw(EmployerStore.Withdrawal withdrawal) {
    int withdrawn = 0;
    LocalDate yesterday = CountyTime.dateOf(time.now()).minusDays(1);
    for (Booking booking : persons.bookingsFrom(withdrawal.personId(), yesterday)) {
      boolean isIts =
          booking
              .market()
              .filter(market -> market.creditCode().equals(withdrawal.creditCode()))
              .isPresent();
      withdrawn += isIts && end(booking, withdrawal) ? 1 : 0;
    }
    employers.finish(withdrawal);
    return new Report(1, withdrawn);
  }

  /** Ends a booking; false where it has ended otherwise, or may stand again. */
  private boolean end(Booking booking, EmployerStore.Withdrawal withdrawal) {
    Session session = sessions.of(booking);
    Write isNotVerified = EmployerStore.isNotVerified(withdrawal.creditCode());
    Optional<Booking> before = Optional.of(booking);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Instant now = time.now();
      Optional<Transition> end =
          before.flatMap(known -> Transitions.withdraw(known, session, now, withdrawal.by()));
      if (end.isEmpty()) {
        return false;
      }
      due.note(session);
      Outcome outcome =
          store.apply(
              end.get(),
              0,
              CountyTime.dateOf(now),
              List.of(StallEvents.withdrawn(end.get().after(), session, now)),
              new Extras(List.of(isNotVerified), List.of()));
      if (outcome.isWritten()) {
        allocator.runAfter(session);
        return true;
      }
      if (outcome.isRefused(isNotVerified)) {
        return false;
      }
      before = store.booking(booking.id());
    }
    throw new IllegalStateException("A booking that can never be withdrawn");
  }
}
