package org.jiuye.stall.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.stall.site.model.Site;

/** {@code GET /sites}: the county's sites, by kind and division. */
final class ListSites {
  private static final Pattern KIND = Pattern.compile("NIGHT_MARKET|JOB_MARKET|SHOPFRONT");
  private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

  private final SiteCatalog catalog;
  private final SiteViews views;
  private final CountyTime time;

  ListSites(SiteCatalog catalog, SiteViews views, CountyTime time) {
    this.catalog = catalog;
    this.views = views;
    this.time = time;
  }

  private record Filter(Optional<String> kind, Optional<String> division, PageRequest page) {
    boolean admits(Site site) {
      return kind.map(site.kind().name()::equals).orElse(true)
          && division.map(site.division()::startsWith).orElse(true)
          && page.after().map(last -> site.siteId().compareTo(last) > 0).orElse(true);
    }
  }

  HttpResponse handle(HttpRequest request) {
    Filter filter =
        request.readParameters(
            parameters ->
                new Filter(
                    parameters.query("kind", KIND),
                    parameters.query("division", DIVISION),
                    parameters.page(50, 100)));
    List<Site> admitted = catalog.sites().stream().filter(filter::admits).toList();
    List<Site> shown = admitted.stream().limit(filter.page().limit()).toList();
    Optional<String> last =
        admitted.size() > shown.size() ? Optional.of(shown.getLast().siteId()) : Optional.empty();
    return HttpResponse.ok(
        Page.of(
            shown.stream().map(site -> views.site(site, time.today(), request.language())).toList(),
            last));
  }
}
