package org.jiuye.stall.site;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.stall.site.model.Site;

/** {@code GET /sites/{siteId}}: one site. */
public final class GetSite {
  private final SiteCatalog catalog;
  private final SiteViews views;
  private final CountyTime time;

  GetSite(SiteCatalog catalog, SiteViews views, CountyTime time) {
    this.catalog = catalog;
    this.views = views;
    this.time = time;
  }

  HttpResponse handle(HttpRequest request) {
    String siteId =
        request.readParameters(parameters -> parameters.path("siteId", SiteCatalog.SITE_ID));
    Site site = catalog.get(siteId);
    return HttpResponse.ok(views.site(site, time.today(), request.language()));
  }
}
