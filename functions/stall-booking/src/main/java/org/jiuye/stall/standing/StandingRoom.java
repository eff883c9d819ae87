package org.jiuye.stall.standing;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.site.SiteCatalog;

/** Standings and bars, wired. */
public final class StandingRoom {
  private static final Role[] EMPLOYERS_AND_AGENTS = {EMPLOYER, CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SiteCatalog catalog;
  private final StandingStore store;
  private final Bars bars;
  private final CountyTime time;

  public StandingRoom(Table table, Items items, SiteCatalog catalog, CountyTime time) {
    this.catalog = catalog;
    this.store = new StandingStore(table, items);
    this.bars = new Bars(store, catalog);
    this.time = time;
  }

  public StandingStore store() {
    return store;
  }

  public Bars bars() {
    return bars;
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes, Idempotency idempotency) {
    GetStanding getStanding = new GetStanding(store, catalog);
    PostObjection objection =
        new PostObjection(new ContestBar(store, bars, time), getStanding, idempotency);
    routes
        .guarded("GET /stall-bookings/standing", getStanding::handle, CITIZEN, EMPLOYERS_AND_AGENTS)
        .guarded(
            "POST /stall-bookings/standing/objection",
            objection::object,
            CITIZEN,
            EMPLOYERS_AND_AGENTS)
        .guarded("POST /stall-bookings/standing/decision", objection::decide, CASEWORKER, ADMIN);
  }
}
