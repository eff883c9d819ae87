package org.jiuye.stall.night;

import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_OPEN;

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
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.model.PastClosure;
import org.jiuye.stall.site.model.Session;

/**
 * {@code POST /sites/{siteId}/sessions/{date}/reopening}: the rain is over. What the closure has
 * ended stays ended, and the closure stays on record.
 */
final class ReopenSession {
  private final Sessions sessions;
  private final ClosureStore closures;
  private final Idempotency idempotency;
  private final CountyTime time;

  ReopenSession(
      Sessions sessions, ClosureStore closures, Idempotency idempotency, CountyTime time) {
    this.sessions = sessions;
    this.closures = closures;
    this.idempotency = idempotency;
    this.time = time;
  }

  record OpenView(String siteId, LocalDate date) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    request.requireEmptyBody();
    Session session = sessions.ofStaff(request, caller);
    OpenView open = new OpenView(session.site().siteId(), session.date());
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> {
          reopen(session, caller, attempt);
          return HttpResponse.ok(open);
        },
        _ -> HttpResponse.ok(open));
  }

  private void reopen(Session session, Caller caller, Attempt attempt) {
    PastClosure past =
        new PastClosure(
            closures
                .find(session, true)
                .orElseThrow(() -> Refusals.problem(Refusal.of(SESSION_OPEN))),
            time.now(),
            caller.actor());
    if (!closures.reopen(session, past, attempt.record(past.closure().at().toString()))) {
      throw Refusals.problem(Refusal.of(SESSION_OPEN));
    }
  }
}
