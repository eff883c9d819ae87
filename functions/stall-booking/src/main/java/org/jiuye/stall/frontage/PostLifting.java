package org.jiuye.stall.frontage;

import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageStep;

/** {@code POST /frontages/{frontageId}/lifting}. */
final class PostLifting {
  private final FrontageAccess access;
  private final FrontageSteps steps;
  private final FrontageViews views;
  private final Idempotency idempotency;

  PostLifting(
      FrontageAccess access, FrontageSteps steps, FrontageViews views, Idempotency idempotency) {
    this.access = access;
    this.steps = steps;
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
        attempt -> views.ok(steps.lift(frontage.frontageId(), reason, caller.actor(), attempt)),
        views::okBefore);
  }
}
