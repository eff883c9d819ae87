package org.jiuye.stall;

import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.stall.model.Site;

/** {@code GET /sites/{siteId}}: one site. */
final class GetSite {
  static final Pattern SITE_ID = Pattern.compile("[a-z0-9-]{1,40}");

  private final SiteCatalog catalog;
  private final Views views;
  private final CountyTime time;

  GetSite(SiteCatalog catalog, Views views, CountyTime time) {
    this.catalog = catalog;
    this.views = views;
    this.time = time;
  }

  HttpResponse handle(HttpRequest request) {
    String siteId = request.readParameters(parameters -> parameters.path("siteId", SITE_ID));
    Site site = catalog.get(siteId);
    return HttpResponse.ok(views.site(site, time.today(), request.language()));
  }
}
