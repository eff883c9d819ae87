package org.jiuye.stall.employer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.employer.model.RejectionReason;
import org.jiuye.stall.employer.model.Withdrawal;

/**
 * {@code POST /employers/{creditCode}/verification}: what a caseworker found about an employer. A
 * finding may be overturned, also a verified employer rejected later, for its vacancies say; who is
 * rejected has no stall at the coming markets any more, and declares no frontage; those that it
 * has, the county ends where it should. Who registered it is told.
 */
final class VerifyEmployer {
  private final GetEmployer getEmployer;
  private final EmployerStore store;
  private final Consumer<Withdrawal> rejected;
  private final MarketCounty county;
  private final Idempotency idempotency;
  private final CountyTime time;

  VerifyEmployer(
      GetEmployer getEmployer,
      EmployerStore store,
      Consumer<Withdrawal> rejected,
      MarketCounty county,
      Idempotency idempotency,
      CountyTime time) {
    this.getEmployer = getEmployer;
    this.store = store;
    this.rejected = rejected;
    this.county = county;
    this.idempotency = idempotency;
    this.time = time;
  }

  private enum Finding {
    VERIFIED,
    REJECTED
  }

  private record Body(EmployerState outcome, Optional<RejectionReason> reason) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body = request.readBody(VerifyEmployer::body);
    county.require(caller);
    Employer before = getEmployer.visible(request, caller);
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> EmployerViews.ok(decide(before, body, caller, attempt)),
        creditCode -> EmployerViews.ok(getEmployer.visible(request, caller)));
  }

  /** A reason is asked for of who rejects, and of nobody else. */
  private static Body body(BodyFields fields) {
    return switch (fields.choice("outcome", Finding.class)) {
      case VERIFIED -> new Body(EmployerState.VERIFIED, Optional.empty());
      case REJECTED ->
          new Body(
              EmployerState.REJECTED, Optional.of(fields.choice("reason", RejectionReason.class)));
    };
  }

  /** Who decides decides about what was seen: a change meanwhile is told, not passed over. */
  private Employer decide(Employer before, Body body, Caller caller, Attempt attempt) {
    if (before.state() == body.outcome()) {
      throw ProblemException.of(409, "verification-settled");
    }
    Instant now = time.now();
    Employer after = before.decided(body.outcome(), body.reason(), now, caller.actor());
    if (!store.save(
        Optional.of(before),
        after,
        Optional.of(EmployerEvents.decided(after, now)),
        attempt.record(before.creditCode()))) {
      throw ProblemException.of(409, "employer-changed");
    }
    Withdrawal.of(after).ifPresent(rejected);
    return after;
  }
}
