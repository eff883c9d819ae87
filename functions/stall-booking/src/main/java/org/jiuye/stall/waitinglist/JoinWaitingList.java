package org.jiuye.stall.waitinglist;

import static org.jiuye.stall.booking.model.Refusal.Reason.NO_WAITING_LIST;
import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_CLOSED;
import static org.jiuye.stall.booking.model.Refusal.Reason.STALLS_FREE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Outcome;
import org.jiuye.stall.booking.BookStall;
import org.jiuye.stall.booking.PersonRefusals;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.WaitingStore;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/** {@code POST /sites/{siteId}/sessions/{date}/waiting-list}: waits for a stall of a full night. */
final class JoinWaitingList {
  private final Sessions sessions;
  private final StallStore store;
  private final WaitingStore queues;
  private final DueStore due;
  private final Allocator allocator;
  private final WaitingEntryViews places;
  private final Idempotency idempotency;
  private final CountyTime time;

  JoinWaitingList(
      Sessions sessions,
      StallStore store,
      WaitingStore queues,
      DueStore due,
      Allocator allocator,
      WaitingEntryViews places,
      Idempotency idempotency,
      CountyTime time) {
    this.sessions = sessions;
    this.store = store;
    this.queues = queues;
    this.due = due;
    this.allocator = allocator;
    this.places = places;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record Body(String trade, Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Session session = sessions.of(request);
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.text("trade", BookStall.TRADE), fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> {
          Night night = join(session, body, caller, attempt);
          return places.created(session, night, allocator.runAfter(session));
        },
        personId ->
            places.created(
                session,
                new Night(personId, session.site().kind(), session.date()),
                Optional.empty()));
  }

  private Night join(Session session, Body body, Caller caller, Attempt attempt) {
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    caller.requireReach(session.site().division());
    Instant now = time.now();
    Optional<SitePolicy> policy = session.site().policyOn(session.date());
    if (policy.filter(known -> known.offerMinutes().isEmpty()).isPresent()) {
      throw Refusals.problem(Refusal.of(NO_WAITING_LIST));
    }
    Refusals.refuse(
        BookingRules.refusal(new Wish(session, policy, Optional.empty(), body.trade()), now));
    SessionState state = store.session(session, true);
    if (state.closure().isPresent()) {
      throw Refusals.problem(Refusal.of(SESSION_CLOSED));
    }
    if (!state.freeStalls().isEmpty() && state.waiting().isEmpty()) {
      throw Refusals.problem(Refusal.of(STALLS_FREE));
    }
    Night night = new Night(personId, session.site().kind(), session.date());
    WaitingEntry entry = entry(session, body, caller, night, now);
    due.note(session);
    LocalDate today = CountyTime.dateOf(now);
    int limit = policy.orElseThrow().weeklyLimit();
    Outcome outcome = queues.join(entry, night, limit, today, attempt.record(personId));
    PersonRefusals.check(outcome, night, limit);
    return night;
  }

  private static WaitingEntry entry(
      Session session, Body body, Caller caller, Night night, Instant now) {
    return new WaitingEntry(
        WaitingEntryViews.entryId(now),
        session.site().siteId(),
        session.date(),
        night.personId(),
        body.trade(),
        body.onBehalfOf().isPresent(),
        caller.actor(),
        now,
        WaitingEntry.State.WAITING,
        0,
        1);
  }
}
