package org.jiuye.stall.employer.model;

import java.util.Optional;
import org.jiuye.shared.identity.Actor;

/**
 * A rejected employer whose coming stalls are to end.
 *
 * @param personId the person who acted for it
 * @param by the account that rejected it
 * @param employerVersion tells one rejection from the next
 */
public record Withdrawal(String creditCode, String personId, Actor by, long employerVersion) {
  /** What a rejection calls for, empty where the employer was not rejected. */
  public static Optional<Withdrawal> of(Employer employer) {
    return employer
        .decidedBy()
        .filter(by -> employer.state() == EmployerState.REJECTED)
        .map(
            by ->
                new Withdrawal(employer.creditCode(), employer.personId(), by, employer.version()));
  }
}
