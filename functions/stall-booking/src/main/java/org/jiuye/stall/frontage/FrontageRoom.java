package org.jiuye.stall.frontage;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;
import static org.jiuye.shared.identity.Role.WARDEN;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.employer.ActingEmployer;
import org.jiuye.stall.site.SiteCatalog;

/** The shopfronts, wired. */
public final class FrontageRoom {
  private final SiteCatalog sites;
  private final FrontageStore store;
  private final ActingEmployer acting;
  private final CountyTime time;

  public FrontageRoom(
      Table table, Items items, SiteCatalog sites, ActingEmployer acting, CountyTime time) {
    this.sites = sites;
    this.store = new FrontageStore(table, items);
    this.acting = acting;
    this.time = time;
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes, Idempotency idempotency) {
    FrontageCatalog catalog = new FrontageCatalog(sites, store);
    FrontageViews views = new FrontageViews(catalog, store, time);
    FrontageAccess access = new FrontageAccess(store);
    FrontageSteps steps = new FrontageSteps(catalog, new ChangeFrontage(catalog, store, time));
    PostFrontage postFrontage =
        new PostFrontage(
            catalog, new DeclareFrontage(catalog, store, acting, time), views, idempotency);
    PostBreach postBreach = new PostBreach(access, steps, views, idempotency);
    PostSuspension postSuspension = new PostSuspension(access, steps, views, idempotency);
    PostLifting postLifting = new PostLifting(access, steps, views, idempotency);
    PostEnd postEnd = new PostEnd(access, steps, views, idempotency);
    GetFrontage getFrontage = new GetFrontage(store, views);
    routes
        .open("GET /sites/{siteId}/conduct", new GetConduct(catalog, time)::handle)
        .open("GET /frontages", new ListFrontages(catalog, store, views, time)::handle)
        .guarded(
            "POST /frontages", postFrontage::handle, EMPLOYER, CASEWORKER, VILLAGE_WORKER, ADMIN)
        .guarded(
            "GET /frontages/mine",
            new ListOwnFrontages(store, views)::handle,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "GET /sites/{siteId}/frontages",
            new ListDeclarations(catalog, store, views, time)::handle,
            WARDEN,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "GET /frontages/{frontageId}",
            getFrontage::handle,
            EMPLOYER,
            WARDEN,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded("POST /frontages/{frontageId}/breaches", postBreach::handle, WARDEN)
        .guarded(
            "POST /frontages/{frontageId}/suspension", postSuspension::handle, CASEWORKER, ADMIN)
        .guarded("POST /frontages/{frontageId}/lifting", postLifting::handle, CASEWORKER, ADMIN)
        .guarded(
            "POST /frontages/{frontageId}/end",
            postEnd::handle,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN);
  }
}
