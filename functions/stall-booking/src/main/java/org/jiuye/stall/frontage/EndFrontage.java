package org.jiuye.stall.frontage;

import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.frontage.model.Frontage;
import org.jiuye.stall.frontage.model.FrontageState;
import org.jiuye.stall.frontage.model.FrontageStep;

/**
 * {@code POST /frontages/{frontageId}/end}: a shop gives its frontage up, or the county withdraws
 * it. A shop can not end a suspended one, for it could declare it anew at once.
 */
final class EndFrontage {
  private final FrontageAccess access;
  private final ChangeFrontage changeFrontage;
  private final FrontageViews views;
  private final Idempotency idempotency;

  EndFrontage(
      FrontageAccess access,
      ChangeFrontage changeFrontage,
      FrontageViews views,
      Idempotency idempotency) {
    this.access = access;
    this.changeFrontage = changeFrontage;
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
                changeFrontage.take(
                    frontage.frontageId(),
                    FrontageStep.Kind.ENDED,
                    caller,
                    holder,
                    attempt,
                    standing -> end(body.reason(), countys, standing))),
        views::okBefore);
  }

  private static ChangeFrontage.Change end(
      FrontageStep.EndReason reason, boolean countys, ChangeFrontage.Standing standing) {
    if (!countys && standing.state() == FrontageState.SUSPENDED) {
      throw ProblemException.of(409, "frontage-suspended");
    }
    return new ChangeFrontage.Change(
        standing.frontage().ended(),
        Optional.of(reason.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
