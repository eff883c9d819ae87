package org.jiuye.stall.waitinglist;

import static org.jiuye.stall.booking.model.Refusal.Reason.OFFER_OVER;

import java.time.Instant;
import java.util.List;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.BookingAnswers;
import org.jiuye.stall.booking.GetBooking;
import org.jiuye.stall.booking.PersonRefusals;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.Digits;
import org.jiuye.stall.session.Part;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * {@code POST /stall-offers/{offerId}/acceptance} and {@code /refusal}: the first in line answers.
 */
final class AnswerOffer {
  private final GetBooking getBooking;
  private final Sessions sessions;
  private final StallStore store;
  private final Allocator allocator;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  AnswerOffer(
      GetBooking getBooking,
      Sessions sessions,
      StallStore store,
      Allocator allocator,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.getBooking = getBooking;
    this.sessions = sessions;
    this.store = store;
    this.allocator = allocator;
    this.idempotency = idempotency;
    this.answers = answers;
    this.time = time;
  }

  HttpResponse accept(HttpRequest request, Caller caller) {
    return answer(request, caller, this::accept);
  }

  HttpResponse refuse(HttpRequest request, Caller caller) {
    return answer(request, caller, this::refuse);
  }

  private interface Answer {
    Booking give(Booking offer, Session session, Caller caller, Attempt attempt);
  }

  private HttpResponse answer(HttpRequest request, Caller caller, Answer answer) {
    request.requireEmptyBody();
    Booking offer = getBooking.own(request, caller, "offerId");
    Session session = sessions.of(offer);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            answers.ok(answer.give(offer, session, caller, attempt), caller, request.language()),
        bookingId -> answers.okBefore(bookingId, caller, request.language()));
  }

  private Booking accept(Booking offer, Session session, Caller caller, Attempt attempt) {
    Instant now = time.now();
    Transition transition =
        Transitions.accept(offer, session, now, caller.actor(), Digits.next())
            .orElseThrow(() -> Refusals.problem(Refusal.of(OFFER_OVER)));
    Event event = StallEvents.confirmed(transition.after(), session, now);
    int limit = offer.policyAt(session.site()).map(SitePolicy::weeklyLimit).orElse(0);
    Outcome outcome = apply(transition, limit, now, List.of(event), attempt);
    PersonRefusals.checkOffered(outcome, limit);
    return written(outcome, transition);
  }

  private Booking refuse(Booking offer, Session session, Caller caller, Attempt attempt) {
    Instant now = time.now();
    Transition transition =
        Transitions.refuse(offer, session, now, caller.actor())
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
