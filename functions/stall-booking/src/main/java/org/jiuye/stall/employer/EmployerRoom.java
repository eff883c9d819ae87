package org.jiuye.stall.employer;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;

import java.util.function.Consumer;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.employer.model.Withdrawal;
import org.jiuye.stall.site.SiteCatalog;

/** Employers and their verification, wired. */
public final class EmployerRoom {
  private static final Role[] STAFF = {CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SiteCatalog catalog;
  private final EmployerStore store;
  private final CountyTime time;

  public EmployerRoom(Table table, Items items, SiteCatalog catalog, CountyTime time) {
    this.catalog = catalog;
    this.store = new EmployerStore(table, items);
    this.time = time;
  }

  public EmployerStore store() {
    return store;
  }

  public ActingEmployer acting() {
    return new ActingEmployer(store);
  }

  /**
   * Adds the routes.
   *
   * @param rejected does what follows from a rejection
   */
  public void addTo(Routes.Builder routes, Idempotency idempotency, Consumer<Withdrawal> rejected) {
    MarketCounty county = new MarketCounty(catalog);
    GetEmployer getEmployer = new GetEmployer(store, county);
    routes
        .guarded(
            "POST /employers",
            new PostEmployer(new RegisterEmployer(store, time), store, county, idempotency)::handle,
            EMPLOYER,
            STAFF)
        .guarded("GET /employers", new ListEmployers(store, county)::handle, CASEWORKER, ADMIN)
        .guarded("GET /employers/{creditCode}", getEmployer::handle, EMPLOYER, STAFF)
        .guarded(
            "POST /employers/{creditCode}/verification",
            new PostVerification(
                    getEmployer, new VerifyEmployer(store, rejected, time), county, idempotency)
                ::handle,
            CASEWORKER,
            ADMIN);
  }
}
