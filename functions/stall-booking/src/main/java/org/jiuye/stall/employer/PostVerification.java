package org.jiuye.stall.employer;

import java.util.Optional;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.employer.model.RejectionReason;

/** {@code POST /employers/{creditCode}/verification}. */
final class PostVerification {
  private final GetEmployer getEmployer;
  private final VerifyEmployer verifyEmployer;
  private final MarketCounty county;
  private final Idempotency idempotency;

  PostVerification(
      GetEmployer getEmployer,
      VerifyEmployer verifyEmployer,
      MarketCounty county,
      Idempotency idempotency) {
    this.getEmployer = getEmployer;
    this.verifyEmployer = verifyEmployer;
    this.county = county;
    this.idempotency = idempotency;
  }

  private enum Outcome {
    VERIFIED,
    REJECTED
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    VerifyEmployer.Finding finding = request.readBody(PostVerification::finding);
    county.require(caller);
    Employer before = getEmployer.visible(request, caller);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            EmployerViews.ok(verifyEmployer.decide(before, finding, caller.actor(), attempt)),
        creditCode -> EmployerViews.ok(getEmployer.visible(request, caller)));
  }

  /** A rejection needs a reason, and nothing else does. */
  private static VerifyEmployer.Finding finding(BodyFields fields) {
    return switch (fields.choice("outcome", Outcome.class)) {
      case VERIFIED -> new VerifyEmployer.Finding(EmployerState.VERIFIED, Optional.empty());
      case REJECTED ->
          new VerifyEmployer.Finding(
              EmployerState.REJECTED, Optional.of(fields.choice("reason", RejectionReason.class)));
    };
  }
}
