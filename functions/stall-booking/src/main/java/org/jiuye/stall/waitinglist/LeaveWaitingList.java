package org.jiuye.stall.waitinglist;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.model.Refusal;
import org.jiuye.stall.session.Allocator;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.WaitingStore;
import org.jiuye.stall.session.model.Night;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;

/**
 * {@code GET} and {@code DELETE /sites/{siteId}/sessions/{date}/waiting-list}: one's own place, and
 * giving it up. Staff name the person by {@code ?onBehalfOf=}.
 */
final class LeaveWaitingList {
  private final SiteCatalog catalog;
  private final StallStore store;
  private final WaitingStore queues;
  private final WaitingEntryViews places;
  private final Allocator allocator;

  LeaveWaitingList(
      SiteCatalog catalog,
      StallStore store,
      WaitingStore queues,
      WaitingEntryViews places,
      Allocator allocator) {
    this.catalog = catalog;
    this.store = store;
    this.queues = queues;
    this.places = places;
    this.allocator = allocator;
  }

  private record Wanted(String siteId, LocalDate date, Optional<String> onBehalfOf) {}

  private record Place(Session session, Night night) {}

  HttpResponse get(HttpRequest request, Caller caller) {
    Place place = place(request, caller);
    return places.ok(place.session(), place.night());
  }

  HttpResponse leave(HttpRequest request, Caller caller) {
    request.requireEmptyBody();
    Place place = place(request, caller);
    // An offer may be made, or lapse, meanwhile.
    LookAgain.untilDone(() -> store.session(place.session(), true), state -> leave(place, state));
    allocator.runAfter(place.session());
    return HttpResponse.noContent();
  }

  /** False where the place has changed meanwhile. */
  private boolean leave(Place place, SessionState state) {
    WaitingEntry entry =
        places
            .find(state, place.night().personId())
            .orElseThrow(() -> ProblemException.of(404, "not-waiting"));
    if (entry.state() != WaitingEntry.State.WAITING) {
      throw Refusals.problem(Refusal.of(Refusal.Reason.OFFER_PENDING));
    }
    return queues.leave(entry, place.night());
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
