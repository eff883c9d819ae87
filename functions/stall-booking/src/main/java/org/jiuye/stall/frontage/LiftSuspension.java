package org.jiuye.stall.frontage;

import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageStep;

/** {@code POST /frontages/{frontageId}/lifting}: the county ends a suspension before its time. */
final class LiftSuspension {
  private final FrontageAccess access;
  private final FrontageCatalog catalog;
  private final ChangeFrontage changeFrontage;
  private final FrontageViews views;
  private final Idempotency idempotency;

  LiftSuspension(
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

  HttpResponse handle(HttpRequest request, Caller caller) {
    FrontageStep.LiftingReason reason =
        request.readBody(fields -> fields.choice("reason", FrontageStep.LiftingReason.class));
    Frontage frontage = access.inOwnDivision(request, caller);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            views.ok(
                changeFrontage.take(
                    frontage.frontageId(),
                    FrontageStep.Kind.LIFTED,
                    caller,
                    Optional.empty(),
                    attempt,
                    standing -> lift(reason, standing))),
        views::okBefore);
  }

  private ChangeFrontage.Change lift(
      FrontageStep.LiftingReason reason, ChangeFrontage.Standing standing) {
    Frontage after = standing.frontage().lifted();
    return new ChangeFrontage.Change(
        after,
        Optional.of(reason.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            FrontageEvents.lifted(after, catalog.site(after.siteId()), reason, standing.now())));
  }
}
