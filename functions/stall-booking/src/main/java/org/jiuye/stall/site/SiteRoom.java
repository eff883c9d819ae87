package org.jiuye.stall.site;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;

/** The sites, wired. */
public final class SiteRoom {
  private final SiteCatalog catalog;
  private final CountyTime time;

  public SiteRoom(Table table, Items items, CountyTime time) {
    this.catalog = new SiteCatalog(new SiteStore(table, items));
    this.time = time;
  }

  public SiteCatalog catalog() {
    return catalog;
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes) {
    SiteViews views = new SiteViews(catalog);
    routes
        .open("GET /sites", new ListSites(catalog, views, time)::handle)
        .open("GET /sites/{siteId}", new GetSite(catalog, views, time)::handle);
  }
}
