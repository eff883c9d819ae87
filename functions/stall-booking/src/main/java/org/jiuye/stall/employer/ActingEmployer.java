package org.jiuye.stall.employer;

import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Requirement;
import org.jiuye.stall.employer.model.CreditCode;
import org.jiuye.stall.employer.model.Employer;

/**
 * The employer that somebody acts for: by its credit code, registered by that person and verified
 * by a caseworker. A shop is one like every other.
 */
public final class ActingEmployer {
  private final EmployerStore store;

  public ActingEmployer(EmployerStore store) {
    this.store = store;
  }

  /**
   * The person's own employer, if it is verified.
   *
   * @throws ProblemException 404 {@code employer-not-found}, 409 {@code employer-not-verified}
   */
  public Employer require(String creditCode, String personId) {
    Employer employer =
        store
            .find(creditCode)
            .filter(known -> known.personId().equals(personId))
            .orElseThrow(() -> ProblemException.of(404, "employer-not-found"));
    if (!employer.isVerified()) {
      throw notVerified();
    }
    return employer;
  }

  /**
   * Makes sure that a field holds a credit code.
   *
   * @throws ProblemException 422 {@code credit-code-invalid}
   */
  public static void requireValid(String creditCode) {
    if (!CreditCode.isValid(creditCode)) {
      throw ProblemException.ofField(422, "credit-code-invalid", "/creditCode");
    }
  }

  /** Lets a transaction happen only while an employer is verified and acts through its person. */
  public static Requirement stillVerified(Employer employer) {
    return new Requirement(EmployerStore.isVerified(employer), ActingEmployer::notVerified);
  }

  private static ProblemException notVerified() {
    return ProblemException.of(409, "employer-not-verified");
  }
}
