package org.jiuye.stall.frontage;

import java.util.List;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.SiteViews;
import org.jiuye.stall.site.model.Site;

/** {@code GET /sites/{siteId}/conduct}: what the shops of a street must not do. */
final class GetConduct {
  private final FrontageCatalog catalog;
  private final CountyTime time;

  GetConduct(FrontageCatalog catalog, CountyTime time) {
    this.catalog = catalog;
    this.time = time;
  }

  /**
   * A street's code of conduct.
   *
   * @param considerAfter how many breaches within {@code windowDays} let a suspension be considered
   */
  @BuiltByName
  record ConductView(
      String siteId,
      String policyId,
      int version,
      int considerAfter,
      int windowDays,
      int mostNights,
      int horizonDays,
      List<PointView> conduct) {}

  record PointView(String code, String name) {}

  HttpResponse handle(HttpRequest request) {
    Site site =
        catalog.site(
            request.readParameters(parameters -> parameters.path("siteId", SiteCatalog.SITE_ID)));
    FrontagePolicy policy =
        catalog
            .policyOn(site.siteId(), site.window().serviceDateOf(time.now()))
            .orElseThrow(() -> ProblemException.of(404, "not-found"));
    return HttpResponse.ok(view(site, policy, request.language()));
  }

  private static ConductView view(Site site, FrontagePolicy policy, Language language) {
    return GetConductConductViewBuilder.builder()
        .siteId(site.siteId())
        .policyId(policy.policyId())
        .version(policy.version())
        .considerAfter(policy.considerAfter())
        .windowDays(policy.windowDays())
        .mostNights(policy.mostNights())
        .horizonDays(policy.horizonDays())
        .conduct(
            policy.conduct().stream()
                .map(point -> new PointView(point.code(), SiteViews.text(point.name(), language)))
                .toList())
        .build();
  }
}
