package org.jiuye.stall.night;

import java.time.LocalDate;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.site.model.Session;

/** {@code POST /sites/{siteId}/sessions/{date}/reopening}. */
final class PostReopening {
  private final Sessions sessions;
  private final ReopenSession reopenSession;
  private final Idempotency idempotency;

  PostReopening(Sessions sessions, ReopenSession reopenSession, Idempotency idempotency) {
    this.sessions = sessions;
    this.reopenSession = reopenSession;
    this.idempotency = idempotency;
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
          reopenSession.reopen(session, caller.actor(), attempt);
          return HttpResponse.ok(open);
        },
        _ -> HttpResponse.ok(open));
  }
}
