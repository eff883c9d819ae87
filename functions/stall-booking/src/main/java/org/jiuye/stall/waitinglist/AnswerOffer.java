package org.jiuye.stall.waitinglist;

import static org.jiuye.stall.booking.model.Refusal.Reason.OFFER_OVER;

import java.time.Instant;
import java.util.List;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.PersonRefusals;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.Digits;
import org.jiuye.stall.session.Part;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/** The first in line answers the offer of a stall. */
final class AnswerOffer {
  private final StallStore store;
  private final Allocator allocator;
  private final CountyTime time;

  AnswerOffer(StallStore store, Allocator allocator, CountyTime time) {
    this.store = store;
    this.allocator = allocator;
    this.time = time;
  }

  /** Takes the stall; 409 {@code offer-over}, {@code weekly-limit}, 403 {@code barred}. */
  Booking accept(Booking offer, Session session, Actor by, Attempt attempt) {
    Instant now = time.now();
    Transition transition =
        Transitions.accept(offer, session, now, by, Digits.next())
            .orElseThrow(() -> Refusals.problem(Refusal.of(OFFER_OVER)));
    Event event = StallEvents.confirmed(transition.after(), session, now);
    int limit = offer.policyAt(session.site()).map(SitePolicy::weeklyLimit).orElse(0);
    Outcome outcome = apply(transition, limit, now, List.of(event), attempt);
    PersonRefusals.checkOffered(outcome, limit);
    return written(outcome, transition);
  }

  /** Leaves the stall to the next; 409 {@code offer-over}. */
  Booking refuse(Booking offer, Session session, Actor by, Attempt attempt) {
    Instant now = time.now();
    Transition transition =
        Transitions.refuse(offer, session, now, by)
            .orElseThrow(() -> Refusals.problem(Refusal.of(OFFER_OVER)));
    Booking refused = written(apply(transition, 0, now, List.of(), attempt), transition);
    allocator.runAfter(session);
    return refused;
  }

  private Outcome apply(
      Transition transition, int limit, Instant now, List<Event> events, Attempt attempt) {
    Outcome outcome =
        store.apply(
            transition,
            limit,
            CountyTime.dateOf(now),
            events,
            more -> more.require(attempt.record(transition.before().bookingId())));
    if (outcome.isRefused(Part.STALL)) {
      throw Refusals.problem(Refusal.of(OFFER_OVER));
    }
    return outcome;
  }

  private static Booking written(Outcome outcome, Transition transition) {
    if (!outcome.isWritten()) {
      throw Refusals.problem(Refusal.of(OFFER_OVER));
    }
    return transition.after();
  }
}
