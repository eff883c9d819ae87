package org.jiuye.loan.loancase;

import java.util.Optional;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;

/**
 * Decides who may act and who may see. Citizens and employers act for the person behind their
 * account; staff act for any citizen in the county that they work in. A bank sees the cases that
 * were referred to it.
 */
public final class CaseAccess {
  private final LoanCatalog catalog;

  public CaseAccess(LoanCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A caller who acts for a person.
   *
   * @param onBehalfOf the person whom staff name; everybody else names nobody
   * @throws ProblemException 403 {@code wrong-role}, {@code wrong-division}, {@code
   *     person-not-registered}; 422 {@code on-behalf-of-required}
   */
  Acting acting(Caller caller, Optional<String> onBehalfOf) {
    caller.requireReach(catalog.county());
    return Acting.of(caller, onBehalfOf);
  }

  /** How much of a case a caller may see. */
  enum Sight {
    ALL,
    /** That the case exists, and its verdict, but no facts about the person. */
    OUTLINE,
    NOTHING
  }

  Sight sightOf(Caller caller, LoanCase loanCase) {
    if (caller.actsForOthers()) {
      return caller.reaches(catalog.county()) ? Sight.ALL : Sight.NOTHING;
    }
    if (caller.role() == Role.BANK) {
      return isReferredTo(caller, loanCase) ? Sight.OUTLINE : Sight.NOTHING;
    }
    return caller.is(loanCase.personId()) ? Sight.ALL : Sight.NOTHING;
  }

  private boolean isReferredTo(Caller caller, LoanCase loanCase) {
    Optional<String> person = caller.registeredPerson();
    return loanCase
        .referral()
        .flatMap(referral -> catalog.bank(referral.bankId()))
        .filter(bank -> person.filter(bank.staff()::contains).isPresent())
        .isPresent();
  }
}
