package org.jiuye.loan.loancase;

import java.util.Optional;
import org.jiuye.loan.loancase.model.LoanCase;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;

/**
 * Who may act for whom. Citizens and employers act for the person behind the account; staff act for
 * a citizen anywhere in the county that they work in. A bank sees what was referred to it.
 */
public final class LoanAccess {
  private final LoanCatalog catalog;

  public LoanAccess(LoanCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The person for whom a caller acts.
   *
   * @param onBehalfOf whom staff name; nobody else names anybody
   * @throws ProblemException 403 {@code wrong-role}, {@code wrong-division}, {@code
   *     person-not-registered}; 422 {@code on-behalf-of-required}
   */
  public String principal(Caller caller, Optional<String> onBehalfOf) {
    if (caller.actsForOthers()) {
      caller.requireReach(catalog.county());
    }
    return Acting.of(caller, onBehalfOf).personId();
  }

  /** How much of a case a caller may see. */
  public enum Sight {
    ALL,
    /** That there is a case and what it came to, but nothing that was told of the person. */
    OUTLINE,
    NOTHING
  }

  public Sight sightOf(Caller caller, LoanCase loanCase) {
    if (caller.actsForOthers()) {
      return caller.actsInCountyOf(catalog.county()) ? Sight.ALL : Sight.NOTHING;
    }
    Optional<String> person = caller.registeredPerson();
    if (caller.role() == Role.BANK) {
      return loanCase
              .referral()
              .flatMap(referral -> catalog.bank(referral.bankId()))
              .filter(bank -> person.filter(bank.staff()::contains).isPresent())
              .isPresent()
          ? Sight.OUTLINE
          : Sight.NOTHING;
    }
    return person.filter(loanCase.personId()::equals).isPresent() ? Sight.ALL : Sight.NOTHING;
  }
}
