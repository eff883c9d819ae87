package org.jiuye.stall;

import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Requirement;
import org.jiuye.stall.model.Employer;

/**
 * The employer that somebody acts for: by its credit code, registered by that person and verified
 * by a caseworker. A shop is one like every other.
 */
final class ActingEmployer {
  private final EmployerStore store;

  ActingEmployer(EmployerStore store) {
    this.store = store;
  }

  /**
   * The person's own employer, if it is verified.
   *
   * @throws ProblemException 404 {@code employer-not-found}, 409 {@code employer-not-verified}
   */
  Employer require(String creditCode, String personId) {
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

  /** Lets a transaction happen only while an employer is verified and acts through its person. */
  static Requirement stillVerified(Employer employer) {
    return new Requirement(EmployerStore.isVerified(employer), ActingEmployer::notVerified);
  }

  private static ProblemException notVerified() {
    return ProblemException.of(409, "employer-not-verified");
  }
}
