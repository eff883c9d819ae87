package org.jiuye.loan.precheck;

import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Rulebook;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.shared.problem.ProblemException;

/** Pre-checks facts by the rules in force on their day of applying. */
public final class CheckLoan {
  private final LoanCatalog catalog;

  public CheckLoan(LoanCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Pre-checks facts.
   *
   * @throws ProblemException 422 {@code policy-unknown}
   */
  public Precheck check(Facts facts) {
    return new Rulebook(catalog.policies())
        .check(facts)
        .orElseThrow(() -> ProblemException.of(422, "policy-unknown"));
  }
}
