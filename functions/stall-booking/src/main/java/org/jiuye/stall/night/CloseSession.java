package org.jiuye.stall.night;

import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_OVER;

import java.time.Instant;
import java.time.LocalDate;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.ClosureStore;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.LookAfterSession;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.site.model.Session;

/**
 * {@code POST /sites/{siteId}/sessions/{date}/closure}: rain, pollution or an event. The closure is
 * written first, then every booking ends without penalty and everybody is told; who books at that
 * very moment is found by the schedule. Closing again goes on where it stopped.
 */
final class CloseSession {
  private final Sessions sessions;
  private final ClosureStore closures;
  private final StallStore store;
  private final DueStore due;
  private final LookAfterSession lookAfter;
  private final Idempotency idempotency;
  private final CountyTime time;

  CloseSession(
      Sessions sessions,
      ClosureStore closures,
      StallStore store,
      DueStore due,
      LookAfterSession lookAfter,
      Idempotency idempotency,
      CountyTime time) {
    this.sessions = sessions;
    this.closures = closures;
    this.store = store;
    this.due = due;
    this.lookAfter = lookAfter;
    this.idempotency = idempotency;
    this.time = time;
  }

  /**
   * What a closure did.
   *
   * @param cancelled bookings and offers that the closure has ended so far
   */
  record ClosureView(String siteId, LocalDate date, Closure.Reason reason, int cancelled) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Session session = sessions.ofStaff(request, caller);
    Closure.Reason reason =
        request.readBody(fields -> fields.choice("reason", Closure.Reason.class));
    Closure closure = new Closure(reason, time.now(), caller.actor());
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> close(session, closure, attempt),
        made -> closed(session, closures.find(session, Instant.parse(made)).orElseThrow()));
  }

  private HttpResponse close(Session session, Closure wished, Attempt attempt) {
    if (!wished.at().isBefore(session.closesAt())) {
      throw Refusals.problem(Refusal.of(SESSION_OVER));
    }
    due.note(session);
    closures.close(session, wished, attempt.record(wished.at().toString()));
    // Where it was closed before, that closure stays.
    return closed(session, closures.find(session, true).orElse(wished));
  }

  private HttpResponse closed(Session session, Closure closure) {
    lookAfter.run(session);
    return HttpResponse.ok(
        new ClosureView(
            session.site().siteId(),
            session.date(),
            closure.reason(),
            store.endedBy(session, closure)));
  }
}
