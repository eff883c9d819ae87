package org.jiuye.stall.frontage;

import java.time.LocalDate;
import java.util.List;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Site;

/** {@code GET /frontages?siteId=}: which shop has which pavement tonight. One Query. */
final class ListFrontages {
  private final FrontageCatalog catalog;
  private final FrontageStore store;
  private final FrontageViews views;
  private final CountyTime time;

  ListFrontages(
      FrontageCatalog catalog, FrontageStore store, FrontageViews views, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.views = views;
    this.time = time;
  }

  private record Wanted(String siteId, PageRequest page) {}

  HttpResponse handle(HttpRequest request) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(
                    parameters.requiredQuery("siteId", SiteCatalog.SITE_ID),
                    parameters.page(50, 100)));
    Site site = catalog.site(wanted.siteId());
    LocalDate tonight = site.window().serviceDateOf(time.now());
    Slice slice = store.places(site.siteId(), wanted.page());
    List<FrontageViews.PublicView> shown =
        slice.items().stream()
            .map(store::readPlace)
            .flatMap(place -> views.shown(place, tonight).stream())
            .toList();
    return HttpResponse.ok(Page.of(shown, slice.lastSort()));
  }
}
