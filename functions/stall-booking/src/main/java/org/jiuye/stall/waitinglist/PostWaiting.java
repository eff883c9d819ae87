package org.jiuye.stall.waitinglist;

import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;

/** {@code POST /sites/{siteId}/sessions/{date}/waiting-list}. */
final class PostWaiting {
  private final Sessions sessions;
  private final JoinWaitingList join;
  private final WaitingEntryViews views;
  private final Idempotency idempotency;

  PostWaiting(
      Sessions sessions, JoinWaitingList join, WaitingEntryViews views, Idempotency idempotency) {
    this.sessions = sessions;
    this.join = join;
    this.views = views;
    this.idempotency = idempotency;
  }

  private record Body(String trade, Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Session session = sessions.of(request);
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.text("trade", SiteCatalog.TRADE),
                    fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> {
          Acting acting = Acting.of(caller, body.onBehalfOf());
          JoinWaitingList.Joined joined = join.join(session, body.trade(), acting, attempt);
          return views.created(session, joined.night(), joined.seen());
        },
        personId ->
            views.created(
                session,
                new Night(personId, session.site().kind(), session.date()),
                Optional.empty()));
  }
}
