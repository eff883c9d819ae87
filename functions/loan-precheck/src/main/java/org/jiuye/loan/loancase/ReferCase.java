package org.jiuye.loan.loancase;

import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.terms.Bank;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;

/**
 * Refers a case to a bank; the county's loan desk hears of it too. A case can be referred whatever
 * its verdict, if the person wishes so: the verdict is a pre-check, and the bank decides.
 */
public final class ReferCase {
  private final LoanCatalog catalog;
  private final CaseStore store;
  private final CountyTime time;

  public ReferCase(LoanCatalog catalog, CaseStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /**
   * The wish to refer a case.
   *
   * @param loanCase the case as it was read
   */
  record Command(LoanCase loanCase, String bankId) {}

  /**
   * Refers a case.
   *
   * @throws ProblemException 409 {@code referred-already}; 422 {@code not-the-applicant}, {@code
   *     bank-does-not-offer}
   */
  LoanCase refer(Command command, Acting acting, Attempt attempt) {
    LoanCase before = command.loanCase();
    if (!acting.personId().equals(before.personId())) {
      throw ProblemException.ofField(422, "not-the-applicant", "/onBehalfOf");
    }
    Bank bank =
        catalog
            .bank(command.bankId())
            .filter(known -> known.offers(before.product()))
            .orElseThrow(() -> ProblemException.ofField(422, "bank-does-not-offer", "/bankId"));
    if (before.referral().isPresent()) {
      throw referredAlready();
    }
    LoanCase after =
        before.referred(
            new LoanCase.Referral(bank.bankId(), time.now(), acting.actor(), acting.onBehalf()));
    boolean written =
        store.refer(
            before,
            after,
            CaseEvents.referred(after, bank, catalog.county()),
            attempt.record(after.loanCaseId()));
    if (!written) {
      throw referredAlready();
    }
    return after;
  }

  private static ProblemException referredAlready() {
    return ProblemException.of(409, "referred-already");
  }
}
