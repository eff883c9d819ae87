package org.jiuye.stall.frontage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.frontage.model.Frontage;

/** {@code POST /frontages/{frontageId}/breaches}. */
final class PostBreach {
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final FrontageAccess access;
  private final FrontageSteps steps;
  private final FrontageViews views;
  private final Idempotency idempotency;

  PostBreach(
      FrontageAccess access, FrontageSteps steps, FrontageViews views, Idempotency idempotency) {
    this.access = access;
    this.steps = steps;
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
                steps.recordBreach(
                    frontage.frontageId(), body.kind(), body.at(), caller.actor(), attempt)),
        views::createdBefore);
  }
}
