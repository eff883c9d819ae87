package org.jiuye.stall.vacancy;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.site.SiteCatalog;

/** The vacancies, wired. */
public final class VacancyRoom {
  private final SiteCatalog catalog;
  private final VacancyStore store;
  private final CountyTime time;

  public VacancyRoom(Table table, Items items, SiteCatalog catalog, CountyTime time) {
    this.catalog = catalog;
    this.store = new VacancyStore(table, items);
    this.time = time;
  }

  public VacancyStore store() {
    return store;
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes) {
    routes.open("GET /vacancies", new ListVacancies(catalog, store, time)::handle);
  }
}
