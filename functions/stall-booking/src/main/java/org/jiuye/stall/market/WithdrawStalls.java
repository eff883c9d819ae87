package org.jiuye.stall.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.shared.table.Outcome;
import org.jiuye.shared.table.Transaction;
import org.jiuye.stall.employer.EmployerStore;
import org.jiuye.stall.employer.model.Withdrawal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.PersonStore;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.EachSite;
import org.jiuye.stall.site.model.Session;

/**
 * Ends the stalls that a rejected employer has at markets that are not over, without penalty, with
 * all their vacancies: an employer that was rejected has no place at the market. It runs after the
 * rejection and, for what was cut off, by schedule; run twice it ends nothing twice. Once the
 * employer is verified again, what still stands is left alone.
 */
public final class WithdrawStalls implements ScheduleFunction.Task {
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

  private enum Part implements Transaction.Part {
    /** That the employer has not been verified again. */
    EMPLOYER
  }

  /** What a run did, by number of employers and bookings. */
  public record Report(int employers, int withdrawn) {
    Report plus(Report other) {
      return new Report(employers + other.employers, withdrawn + other.withdrawn);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    return EachSite.of(
        employers.withdrawals(),
        Withdrawal::creditCode,
        this::withdraw,
        new Report(0, 0),
        Report::plus);
  }

  /** Ends what there is to end of one employer's, and notes that it is done. */
  public Report withdraw(Withdrawal withdrawal) {
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
  private boolean end(Booking booking, Withdrawal withdrawal) {
    Session session = sessions.of(booking);
    return LookAgain.until(
        Optional.of(booking),
        () -> store.booking(booking.id()),
        before -> attempt(before, session, withdrawal));
  }

  /** Empty where the booking has changed meanwhile. */
  private Optional<Boolean> attempt(
      Optional<Booking> before, Session session, Withdrawal withdrawal) {
    Instant now = time.now();
    Optional<Transition> end =
        before.flatMap(known -> Transitions.withdraw(known, session, now, withdrawal.by()));
    if (end.isEmpty()) {
      return Optional.of(false);
    }
    due.note(session);
    Outcome outcome =
        store.apply(
            end.get(),
            0,
            CountyTime.dateOf(now),
            List.of(StallEvents.withdrawn(end.get().after(), session, now)),
            more -> more.with(Part.EMPLOYER, EmployerStore.isNotVerified(withdrawal.creditCode())));
    if (outcome.isWritten()) {
      allocator.runAfter(session);
      return Optional.of(true);
    }
    return outcome.isRefused(Part.EMPLOYER) ? Optional.of(false) : Optional.empty();
  }
}
