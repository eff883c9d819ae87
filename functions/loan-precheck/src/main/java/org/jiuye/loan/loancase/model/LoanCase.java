package org.jiuye.loan.loancase.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;

/**
 * A pre-check that was kept. The facts, and the answer that was given, are in its {@link Trace},
 * which is sealed.
 *
 * @param personId the person whom the case is about
 * @param actor the account that opened it
 * @param onBehalf whether staff opened it for the person
 * @param policyId the version of the policy that the pre-check was made under
 * @param version the version of this record, counting from 1
 */
@BuiltByName
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
  /** The referral of a case to a bank. */
  public record Referral(String bankId, Instant referredAt, Actor actor, boolean onBehalf) {}

  /** The same case after its referral to a bank. */
  public LoanCase referred(Referral made) {
    return LoanCaseBuilder.builder(this).referral(Optional.of(made)).version(version + 1).build();
  }
}
