package org.jiuye.loan.loancase;

import java.util.Optional;
import java.util.UUID;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.loancase.model.LoanCaseBuilder;
import org.jiuye.loan.loancase.model.Trace;
import org.jiuye.loan.precheck.CheckLoan;
import org.jiuye.loan.precheck.PrecheckViews;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.person.KeyGoneException;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;

/** Pre-checks a person's facts and keeps the result, with everything behind it. */
public final class OpenCase {
  private final CheckLoan checkLoan;
  private final PrecheckViews views;
  private final CaseStore store;
  private final CountyTime time;

  public OpenCase(CheckLoan checkLoan, PrecheckViews views, CaseStore store, CountyTime time) {
    this.checkLoan = checkLoan;
    this.views = views;
    this.store = store;
    this.time = time;
  }

  /** A new case. */
  record Opened(LoanCase loanCase, Trace trace) {}

  /**
   * Opens a case.
   *
   * @throws ProblemException 410 {@code person-erased}; 422 {@code policy-unknown}
   */
  Opened open(Facts facts, Acting acting, Attempt attempt) {
    Precheck precheck = checkLoan.check(facts);
    LoanCase loanCase =
        LoanCaseBuilder.builder()
            .loanCaseId(UUID.randomUUID().toString())
            .personId(acting.personId())
            .actor(acting.actor())
            .onBehalf(acting.onBehalf())
            .product(precheck.product())
            .asOf(precheck.asOf())
            .policyId(precheck.policyId())
            .policyVersion(precheck.policyVersion())
            .verdict(precheck.verdict())
            .createdAt(time.now())
            .referral(Optional.empty())
            .version(1)
            .build();
    Trace trace = new Trace(facts, precheck, views.inAllLanguages(precheck));
    try {
      store.open(loanCase, trace, attempt.record(loanCase.loanCaseId()));
    } catch (KeyGoneException erased) {
      throw ProblemException.of(410, "person-erased");
    }
    return new Opened(loanCase, trace);
  }
}
