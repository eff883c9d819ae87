package org.jiuye.stall.frontage;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageStep;

/** {@code POST /frontages/{frontageId}/suspension}. */
final class PostSuspension {
  private final FrontageAccess access;
  private final FrontageSteps steps;
  private final FrontageViews views;
  private final Idempotency idempotency;

  PostSuspension(
      FrontageAccess access, FrontageSteps steps, FrontageViews views, Idempotency idempotency) {
    this.access = access;
    this.steps = steps;
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
                steps.suspend(
                    frontage.frontageId(), body.reason(), body.until(), caller.actor(), attempt)),
        views::okBefore);
  }
}
