package org.jiuye.loan.loancase;

import java.util.Optional;
import java.util.UUID;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.loan.precheck.CheckLoan;
import org.jiuye.loan.precheck.FactsReader;
import org.jiuye.loan.precheck.PrecheckViews;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.person.KeyGoneException;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;

/** {@code POST /loan-cases}: a pre-check that is kept, with all that it stands on. */
public final class OpenLoanCase {
  private final CheckLoan checkLoan;
  private final FactsReader body;
  private final LoanStore store;
  private final LoanAccess access;
  private final PrecheckViews views;
  private final Idempotency idempotency;
  private final CountyTime time;

  public OpenLoanCase(
      CheckLoan checkLoan,
      FactsReader body,
      LoanStore store,
      LoanAccess access,
      PrecheckViews views,
      Idempotency idempotency,
      CountyTime time) {
    this.checkLoan = checkLoan;
    this.body = body;
    this.store = store;
    this.access = access;
    this.views = views;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record Asked(Facts facts, Optional<String> onBehalfOf) {}

  public HttpResponse handle(HttpRequest request, Caller caller) {
    Asked asked =
        request.readBody(
            fields -> new Asked(body.read(fields), fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> open(asked, caller, attempt, request.language()),
        loanCaseId -> again(loanCaseId, request.language()));
  }

  private HttpResponse open(Asked asked, Caller caller, Attempt attempt, Language language) {
    String personId = access.principal(caller, asked.onBehalfOf());
    Precheck precheck = checkLoan.check(asked.facts());
    LoanCase loanCase =
        new LoanCase(
            UUID.randomUUID().toString(),
            personId,
            caller.actor(),
            asked.onBehalfOf().isPresent(),
            precheck.product(),
            precheck.asOf(),
            precheck.policyId(),
            precheck.policyVersion(),
            precheck.verdict(),
            time.now(),
            Optional.empty(),
            1);
    Trace trace = new Trace(asked.facts(), precheck, views.inAllLanguages(precheck));
    keep(loanCase, trace, attempt);
    return CaseViews.created(loanCase, trace, language);
  }

  private void keep(LoanCase loanCase, Trace trace, Attempt attempt) {
    try {
      store.open(loanCase, trace, attempt.record(loanCase.loanCaseId()));
    } catch (KeyGoneException erased) {
      throw ProblemException.of(410, "person-erased");
    }
  }

  private HttpResponse again(String loanCaseId, Language language) {
    LoanCase loanCase =
        store.find(loanCaseId).orElseThrow(() -> ProblemException.of(404, "not-found"));
    return CaseViews.created(loanCase, GetLoanCase.trace(store, loanCase), language);
  }
}
