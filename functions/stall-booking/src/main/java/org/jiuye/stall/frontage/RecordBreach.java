package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontagePolicy;
import org.jiuye.stall.frontage.model.FrontageStep;
import org.jiuye.stall.site.model.Site;

/**
 * {@code POST /frontages/{frontageId}/breaches}: a warden records what went against the site's code
 * of conduct. A suspended shop that uses the pavement all the same is in breach, too.
 */
final class RecordBreach {
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final FrontageAccess access;
  private final FrontageCatalog catalog;
  private final ChangeFrontage changeFrontage;
  private final FrontageViews views;
  private final Idempotency idempotency;

  RecordBreach(
      FrontageAccess access,
      FrontageCatalog catalog,
      ChangeFrontage changeFrontage,
      FrontageViews views,
      Idempotency idempotency) {
    this.access = access;
    this.catalog = catalog;
    this.changeFrontage = changeFrontage;
    this.views = views;
    this.idempotency = idempotency;
  }

  private record Body(String kind, Instant at) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.text("kind", KIND), fields.moment("at").truncatedTo(ChronoUnit.MILLIS)));
    Frontage frontage = access.inOwnDivision(request, caller);
    return idempotency.once(
        request,
        caller,
        201,
        attempt ->
            views.created(
                changeFrontage.take(
                    frontage.frontageId(),
                    FrontageStep.Kind.BREACHED,
                    caller,
                    Optional.empty(),
                    attempt,
                    standing -> breach(body, standing))),
        views::createdBefore);
  }

  private ChangeFrontage.Change breach(Body body, ChangeFrontage.Standing standing) {
    Frontage before = standing.frontage();
    Site site = catalog.site(before.siteId());
    FrontagePolicy policy =
        standing.policy().orElseThrow(() -> ProblemException.of(422, "policy-unknown"));
    FrontagePolicy.Conduct point =
        policy
            .conduct(body.kind())
            .orElseThrow(
                () ->
                    ProblemException.of(422, "breach-kind-unknown")
                        .with(
                            "kinds",
                            policy.conduct().stream().map(FrontagePolicy.Conduct::code).toList()));
    LocalDate night = site.window().serviceDateOf(body.at());
    if (body.at().isAfter(standing.now()) || !before.nights().contains(night)) {
      throw ProblemException.ofField(422, "breach-outside-season", "/at");
    }
    Frontage after =
        before.breached(body.at(), policy.countedSince(standing.now()), standing.state());
    return new ChangeFrontage.Change(
        after,
        Optional.of(body.kind()),
        Optional.of(body.at()),
        Optional.empty(),
        Optional.of(
            FrontageEvents.breached(after, site, point, body.at(), policy, standing.now())));
  }
}
