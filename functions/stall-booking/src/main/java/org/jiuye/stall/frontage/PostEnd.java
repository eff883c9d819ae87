package org.jiuye.stall.frontage;

import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageStep;

/** {@code POST /frontages/{frontageId}/end}. */
final class PostEnd {
  private final FrontageAccess access;
  private final FrontageSteps steps;
  private final FrontageViews views;
  private final Idempotency idempotency;

  PostEnd(
      FrontageAccess access, FrontageSteps steps, FrontageViews views, Idempotency idempotency) {
    this.access = access;
    this.steps = steps;
    this.views = views;
    this.idempotency = idempotency;
  }

  private record Body(FrontageStep.EndReason reason, Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.choice("reason", FrontageStep.EndReason.class),
                    fields.optionalPersonId("onBehalfOf")));
    Frontage frontage = access.ofHolderOrStaff(request, caller);
    Optional<String> holder = FrontageAccess.endsFor(caller, frontage, body.onBehalfOf());
    boolean countys = FrontageAccess.isCountys(caller, holder);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            views.ok(
                steps.end(
                    frontage.frontageId(),
                    body.reason(),
                    holder,
                    countys,
                    caller.actor(),
                    attempt)),
        views::okBefore);
  }
}
