package org.jiuye.stall.waitinglist;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;

/**
 * {@code GET} and {@code DELETE /sites/{siteId}/sessions/{date}/waiting-list}: one's own entry, and
 * giving it up. Staff name the person by {@code ?onBehalfOf=}.
 */
final class WaitingEntryDoor {
  private final SiteCatalog catalog;
  private final LeaveWaitingList leave;
  private final WaitingEntryViews views;

  WaitingEntryDoor(SiteCatalog catalog, LeaveWaitingList leave, WaitingEntryViews views) {
    this.catalog = catalog;
    this.leave = leave;
    this.views = views;
  }

  private record Wanted(String siteId, LocalDate date, Optional<String> onBehalfOf) {}

  private record Place(Session session, Night night) {}

  HttpResponse get(HttpRequest request, Caller caller) {
    Place place = place(request, caller);
    return views.ok(place.session(), place.night());
  }

  HttpResponse delete(HttpRequest request, Caller caller) {
    request.requireEmptyBody();
    Place place = place(request, caller);
    leave.leave(place.session(), place.night());
    return HttpResponse.noContent();
  }

  private Place place(HttpRequest request, Caller caller) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(
                    parameters.path("siteId", SiteCatalog.SITE_ID),
                    parameters.pathDate("date"),
                    parameters.queryPersonId("onBehalfOf")));
    Session session = new Session(catalog.get(wanted.siteId()), wanted.date());
    String personId = Acting.of(caller, wanted.onBehalfOf()).personId();
    caller.requireReach(session.site().division());
    return new Place(session, new Night(personId, session.site().kind(), session.date()));
  }
}
