package org.jiuye.stall.night;

import java.time.Instant;
import java.time.LocalDate;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.site.model.Session;

/** {@code POST /sites/{siteId}/sessions/{date}/closure}. */
final class PostClosure {
  private final Sessions sessions;
  private final CloseSession closeSession;
  private final Idempotency idempotency;

  PostClosure(Sessions sessions, CloseSession closeSession, Idempotency idempotency) {
    this.sessions = sessions;
    this.closeSession = closeSession;
    this.idempotency = idempotency;
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
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> view(session, closeSession.close(session, reason, caller.actor(), attempt)),
        made -> view(session, closeSession.closedAt(session, Instant.parse(made))));
  }

  private static HttpResponse view(Session session, CloseSession.Closed closed) {
    return HttpResponse.ok(
        new ClosureView(
            session.site().siteId(), session.date(), closed.reason(), closed.cancelled()));
  }
}
