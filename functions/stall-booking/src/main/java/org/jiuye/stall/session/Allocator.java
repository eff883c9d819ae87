package org.jiuye.stall.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.shared.table.LookAgain.StuckException;
import org.jiuye.shared.table.Transaction;
import org.jiuye.stall.session.model.Allocation;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingBuilder;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.Offer;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SitePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a session's stalls on to those who wait. It runs after everything that gives a stall back
 * or brings somebody to wait, and by schedule; run twice, or by many at once, it does no more than
 * once: each step is one conditional write, and after a refused one it looks again.
 */
public final class Allocator {
  private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

  private final StallStore store;
  private final WaitingStore waiting;
  private final CountyTime time;

  Allocator(StallStore store, WaitingStore waiting, CountyTime time) {
    this.store = store;
    this.waiting = waiting;
    this.time = time;
  }

  /**
   * Takes every step that can be taken; what fails for the moment is left to the schedule.
   *
   * @return the session, where there was nothing to do when it was last looked at
   */
  public Optional<SessionState> runAfter(Session session) {
    try {
      return run(session);
    } catch (ContentionException | StuckException failure) {
      LOG.warn("{} {}: left to the schedule", session.site().siteId(), session.date());
      return Optional.empty();
    }
  }

  /**
   * Takes every step that can be taken.
   *
   * @return the session, where there was nothing to do when it was last looked at
   */
  Optional<SessionState> run(Session session) {
    return LookAgain.until(() -> store.session(session, true), state -> round(session, state))
        .atRest();
  }

  /** The last round: the session, where there was nothing to do any more. */
  private record LastRound(Optional<SessionState> atRest) {}

  /** Takes the steps that a look shows; empty where one must look again. */
  private Optional<LastRound> round(Session session, SessionState state) {
    Instant now = time.now();
    List<Allocation> steps = Allocation.steps(state, now);
    if (steps.isEmpty()) {
      return Optional.of(new LastRound(Optional.of(state)));
    }
    boolean allTaken = steps.stream().allMatch(step -> take(step, session, now));
    // A request that has changed the session since comes here after it, and looks again.
    return allTaken && steps.stream().noneMatch(Allocation::opensOthers)
        ? Optional.of(new LastRound(Optional.empty()))
        : Optional.empty();
  }

  /** Takes one step; false when somebody else was faster, so that one must look again. */
  private boolean take(Allocation step, Session session, Instant now) {
    return switch (step) {
      case Allocation.Lapse lapse ->
          store
              .apply(
                  lapse.transition(),
                  0,
                  CountyTime.dateOf(now),
                  List.of(lapsed(lapse.transition(), session, now)),
                  Allocator::nothingMore)
              .isWritten();
      case Allocation.MakeOffer offer -> offer(offer, session, now);
      case Allocation.Free free -> free(free, session);
      case Allocation.EndWaiting end -> endWaiting(end, session, now);
    };
  }

  /**
   * Done, too, where somebody else has freed the stall, or offered it to a person who joined since.
   */
  private boolean free(Allocation.Free free, Session session) {
    store.free(session, free.release());
    return true;
  }

  private static void nothingMore(Transaction transaction) {}

  private static Event lapsed(Transition transition, Session session, Instant now) {
    boolean placeKept = transition.entry() == Transition.EntryEffect.WAIT_AGAIN;
    return StallEvents.lapsed(transition.after(), session, placeKept, now);
  }

  /** Many in one transaction; where that is refused, one by one. */
  private boolean endWaiting(Allocation.EndWaiting end, Session session, Instant now) {
    List<WaitingEntry> entries = end.entries();
    boolean all = true;
    for (int from = 0; from < entries.size(); from += WaitingStore.MOST_ENDED) {
      List<WaitingEntry> some =
          entries.subList(from, Math.min(entries.size(), from + WaitingStore.MOST_ENDED));
      all &=
          endWaiting(some, end.closure(), session, now)
              || oneByOne(some, end.closure(), session, now);
    }
    return all;
  }

  /** All are tried, whichever of them is refused. */
  private boolean oneByOne(
      List<WaitingEntry> entries, Optional<Closure> closure, Session session, Instant now) {
    boolean all = true;
    for (WaitingEntry entry : entries) {
      all &= endWaiting(List.of(entry), closure, session, now);
    }
    return all;
  }

  private boolean endWaiting(
      List<WaitingEntry> entries, Optional<Closure> closure, Session session, Instant now) {
    List<Event> events =
        closure.stream()
            .flatMap(
                reason ->
                    entries.stream()
                        .map(entry -> StallEvents.waitingEnded(entry, session, reason, now)))
            .toList();
    return waiting.endWaiting(entries, session.site().kind(), events);
  }

  private boolean offer(Allocation.MakeOffer offer, Session session, Instant now) {
    Booking booking = booking(offer, session, now);
    return store.offer(
        booking, offer.release(), offer.entry(), StallEvents.offered(booking, session, now));
  }

  private static Booking booking(Allocation.MakeOffer offer, Session session, Instant now) {
    Site site = session.site();
    WaitingEntry entry = offer.entry();
    SitePolicy policy = site.policyOn(session.date()).orElseThrow();
    return BookingBuilder.builder()
        .bookingId(
            new BookingId(site.siteId(), session.date(), offer.stallNo(), Nonce.next()).toString())
        .siteId(site.siteId())
        .kind(site.kind())
        .division(site.division())
        .date(session.date())
        .stallNo(offer.stallNo())
        .trade(Optional.of(entry.trade()))
        .market(Optional.empty())
        .personId(entry.personId())
        .onBehalf(entry.onBehalf())
        .state(BookingState.OFFERED)
        .bookedAt(now)
        .bookedBy(Actor.SUITE)
        .policyId(policy.policyId())
        .policyVersion(policy.version())
        .code(Optional.empty())
        .wrongCodes(0)
        .remindedAt(Optional.empty())
        .offer(
            Optional.of(
                new Offer(entry.entryId(), offer.until(), entry.lapses(), offer.passedOver())))
        .change(Optional.empty())
        .version(1)
        .build();
  }
}
