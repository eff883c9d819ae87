package org.jiuye.stall.frontage;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageStep;

/**
 * {@code POST /frontages/{frontageId}/suspension}: the county forbids a shop the pavement, until a
 * night or until it is lifted. People decide that; the number of breaches only lets it be
 * considered.
 */
final class SuspendFrontage {
  private final FrontageAccess access;
  private final FrontageCatalog catalog;
  private final ChangeFrontage changeFrontage;
  private final FrontageViews views;
  private final Idempotency idempotency;

  SuspendFrontage(
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

  private record Body(FrontageStep.SuspensionReason reason, Optional<LocalDate> until) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.choice("reason", FrontageStep.SuspensionReason.class),
                    fields.optionalDate("until")));
    Frontage frontage = access.inOwnDivision(request, caller);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            views.ok(
                changeFrontage.take(
                    frontage.frontageId(),
                    FrontageStep.Kind.SUSPENDED,
                    caller,
                    Optional.empty(),
                    attempt,
                    standing -> suspend(body, standing))),
        views::okBefore);
  }

  private ChangeFrontage.Change suspend(Body body, ChangeFrontage.Standing standing) {
    Frontage before = standing.frontage();
    boolean within =
        body.until()
            .map(
                until ->
                    !until.isBefore(standing.tonight()) && !until.isAfter(before.nights().to()))
            .orElse(true);
    if (!within) {
      throw ProblemException.ofField(422, "until-outside-season", "/until");
    }
    Frontage after = before.suspended(body.until());
    return new ChangeFrontage.Change(
        after,
        Optional.of(body.reason().name()),
        Optional.empty(),
        body.until(),
        Optional.of(
            FrontageEvents.suspended(
                after, catalog.site(before.siteId()), body.reason(), standing.now())));
  }
}
