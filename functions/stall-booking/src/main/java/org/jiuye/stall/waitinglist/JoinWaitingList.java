package org.jiuye.stall.waitinglist;

import static org.jiuye.stall.booking.model.Refusal.Reason.NO_WAITING_LIST;
import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_CLOSED;
import static org.jiuye.stall.booking.model.Refusal.Reason.STALLS_FREE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.PersonRefusals;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.WaitingStore;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.session.model.WaitingEntryBuilder;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/** Waits for a stall of a full night. */
final class JoinWaitingList {
  private final StallStore store;
  private final WaitingStore waiting;
  private final DueStore due;
  private final Allocator allocator;
  private final CountyTime time;

  JoinWaitingList(
      StallStore store, WaitingStore waiting, DueStore due, Allocator allocator, CountyTime time) {
    this.store = store;
    this.waiting = waiting;
    this.due = due;
    this.allocator = allocator;
    this.time = time;
  }

  /**
   * Somebody who waits.
   *
   * @param seen the session where it was looked at since, and has come to rest
   */
  record Joined(Night night, Optional<SessionState> seen) {}

  /**
   * Joins the waiting list of a session, which then hands on what can be had.
   *
   * @throws org.jiuye.shared.problem.ProblemException where the rules, or others, stand against it
   */
  Joined join(Session session, String trade, Acting acting, Attempt attempt) {
    Night night = write(session, trade, acting, attempt);
    return new Joined(night, allocator.runAfter(session));
  }

  private Night write(Session session, String trade, Acting acting, Attempt attempt) {
    String personId = acting.personId();
    acting.requireReach(session.site().division());
    Instant now = time.now();
    Optional<SitePolicy> policy = session.site().policyOn(session.date());
    if (policy.filter(known -> known.offerMinutes().isEmpty()).isPresent()) {
      throw Refusals.problem(Refusal.of(NO_WAITING_LIST));
    }
    Refusals.refuse(BookingRules.refusal(new Wish(session, policy, Optional.empty(), trade), now));
    SessionState state = store.session(session, true);
    if (state.closure().isPresent()) {
      throw Refusals.problem(Refusal.of(SESSION_CLOSED));
    }
    if (!state.freeStalls().isEmpty() && state.waiting().isEmpty()) {
      throw Refusals.problem(Refusal.of(STALLS_FREE));
    }
    Night night = new Night(personId, session.site().kind(), session.date());
    WaitingEntry entry = entry(session, trade, acting, night, now);
    due.note(session);
    LocalDate today = CountyTime.dateOf(now);
    int limit = policy.orElseThrow().weeklyLimit();
    Outcome outcome = waiting.join(entry, night, limit, today, attempt.record(personId));
    PersonRefusals.check(outcome, night, limit);
    return night;
  }

  private static WaitingEntry entry(
      Session session, String trade, Acting acting, Night night, Instant now) {
    return WaitingEntryBuilder.builder()
        .entryId(entryId(now))
        .siteId(session.site().siteId())
        .date(session.date())
        .personId(night.personId())
        .trade(trade)
        .onBehalf(acting.onBehalf())
        .joinedBy(acting.actor())
        .joinedAt(now)
        .state(WaitingEntry.State.WAITING)
        .lapses(0)
        .version(1)
        .build();
  }

  /** Orders entries: the moment in milliseconds, of fixed width, then chance. */
  private static String entryId(Instant joinedAt) {
    return String.format(Locale.ROOT, "%015d-%s", joinedAt.toEpochMilli(), Nonce.next());
  }
}
