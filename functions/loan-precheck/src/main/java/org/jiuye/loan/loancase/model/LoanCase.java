package org.jiuye.loan.loancase.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.identity.Actor;

/**
 * A pre-check that was kept. What was told of the person, and what was made of it, is in its {@link
 * Trace}, sealed.
 *
 * @param personId for whom
 * @param actor who did it
 * @param onBehalf whether staff did it for the person
 * @param policyId the version of the policy that it stands on
 * @param version of this record, counting from 1
 */
public record LoanCase(
    String loanCaseId,
    String personId,
    Actor actor,
    boolean onBehalf,
    Product product,
    LocalDate asOf,
    String policyId,
    int policyVersion,
    Verdict verdict,
    Instant createdAt,
    Optional<Referral> referral,
    long version) {
  /** To which bank a case was referred. */
  public record Referral(String bankId, Instant referredAt, Actor actor, boolean onBehalf) {}

  /** The same, referred to a bank. */
  public LoanCase referred(Referral made) {
    return new LoanCase(
        loanCaseId,
        personId,
        actor,
        onBehalf,
        product,
        asOf,
        policyId,
        policyVersion,
        verdict,
        createdAt,
        Optional.of(made),
        version + 1);
  }
}
