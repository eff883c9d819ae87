package org.jiuye.loan.loancase;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.terms.Bank;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;

/**
 * {@code POST /loan-cases/{loanCaseId}/referral}: a bank and the county's loan desk hear of a case.
 * Not even a no is kept from a bank, if the person wishes to be referred: the answer is a
 * pre-check, and the bank decides.
 */
public final class ReferLoanCase {
  private static final Pattern BANK_ID = Pattern.compile("[a-z0-9-]{1,40}");

  private final GetLoanCase getLoanCase;
  private final LoanCatalog catalog;
  private final LoanStore store;
  private final Idempotency idempotency;
  private final CountyTime time;

  public ReferLoanCase(
      GetLoanCase getLoanCase,
      LoanCatalog catalog,
      LoanStore store,
      Idempotency idempotency,
      CountyTime time) {
    this.getLoanCase = getLoanCase;
    this.catalog = catalog;
    this.store = store;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record Body(String bankId, Optional<String> onBehalfOf) {}

  public HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(fields.text("bankId", BANK_ID), fields.optionalPersonId("onBehalfOf")));
    LoanCase before = getLoanCase.visible(request, caller);
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> HttpResponse.ok(CaseViews.line(refer(before, body, caller, attempt))),
        _ -> HttpResponse.ok(CaseViews.line(getLoanCase.visible(request, caller))));
  }

  private LoanCase refer(LoanCase before, Body body, Caller caller, Attempt attempt) {
    boolean own = caller.registeredPerson().filter(before.personId()::equals).isPresent();
    if (body.onBehalfOf().filter(before.personId()::equals).isEmpty() && !own) {
      throw body.onBehalfOf().isPresent()
          ? ProblemException.ofField(422, "not-the-applicant", "/onBehalfOf")
          : ProblemException.ofField(422, "on-behalf-of-required", "/onBehalfOf");
    }
    Bank bank =
        catalog
            .bank(body.bankId())
            .filter(known -> known.offers(before.product()))
            .orElseThrow(() -> ProblemException.ofField(422, "bank-does-not-offer", "/bankId"));
    if (before.referral().isPresent()) {
      throw ProblemException.of(409, "referred-already");
    }
    LoanCase after =
        before.referred(
            new LoanCase.Referral(
                bank.bankId(), time.now(), caller.actor(), body.onBehalfOf().isPresent()));
    Event event = LoanEvents.referred(after, bank, catalog.county());
    if (!store.refer(before, after, event, attempt.record(after.loanCaseId()))) {
      throw ProblemException.of(409, "referred-already");
    }
    return after;
  }
}
