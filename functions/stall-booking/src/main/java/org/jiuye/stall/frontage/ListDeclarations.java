package org.jiuye.stall.frontage;

import java.time.LocalDate;
import java.util.List;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Slice;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Site;

/**
 * {@code GET /sites/{siteId}/frontages}: everything that is declared at a street, coming seasons
 * too, for the staff who look after it. One Query.
 */
final class ListDeclarations {
  private final FrontageCatalog catalog;
  private final FrontageStore store;
  private final FrontageViews views;
  private final CountyTime time;

  ListDeclarations(
      FrontageCatalog catalog, FrontageStore store, FrontageViews views, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.views = views;
    this.time = time;
  }

  private record Wanted(String siteId, PageRequest page) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(
                    parameters.path("siteId", SiteCatalog.SITE_ID), parameters.page(50, 100)));
    Site site = catalog.site(wanted.siteId());
    boolean looksAfter =
        caller.role() == Role.WARDEN
            ? caller.covers(site.division())
            : caller.actsInCountyOf(site.division());
    if (!looksAfter) {
      throw ProblemException.of(403, "wrong-division");
    }
    LocalDate tonight = site.window().serviceDateOf(time.now());
    Slice slice = store.places(site.siteId(), wanted.page());
    List<FrontageViews.PublicView> declared =
        slice.items().stream()
            .map(store::readPlace)
            .flatMap(place -> views.declared(place, tonight).stream())
            .toList();
    return HttpResponse.ok(Page.of(declared, slice.lastSort()));
  }
}
