package org.jiuye.stall.employer.model;

import java.time.Instant;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;

/**
 * An employer that may, once verified, book stalls of the job market.
 *
 * @param creditCode its unified social credit code
 * @param name as registered; public
 * @param personId the person who registered it and acts for it
 * @param onBehalf whether staff registered it for that person
 * @param decidedAt when a caseworker last decided about it
 * @param reason of a rejection
 * @param version of this record, counting from 1
 */
@BuiltByName
public record Employer(
    String creditCode,
    String name,
    String personId,
    boolean onBehalf,
    EmployerState state,
    Instant registeredAt,
    Actor registeredBy,
    Optional<Instant> decidedAt,
    Optional<Actor> decidedBy,
    Optional<RejectionReason> reason,
    long version) {

  /** An employer that is registered for the first time. */
  public static Employer registered(
      String creditCode, String name, String personId, boolean onBehalf, Instant now, Actor by) {
    return EmployerBuilder.builder()
        .creditCode(creditCode)
        .name(name)
        .personId(personId)
        .onBehalf(onBehalf)
        .state(EmployerState.PENDING)
        .registeredAt(now)
        .registeredBy(by)
        .decidedAt(Optional.empty())
        .decidedBy(Optional.empty())
        .reason(Optional.empty())
        .version(1)
        .build();
  }

  /** Whether it may book. */
  public boolean isVerified() {
    return state == EmployerState.VERIFIED;
  }

  /** Whether it is registered already as it would be. */
  public boolean isAsWished(Employer wish) {
    return state != EmployerState.REJECTED
        && personId.equals(wish.personId())
        && name.equals(wish.name());
  }

  /**
   * Whether somebody may register it anew: the person who registered it, to correct its name or to
   * be looked at again, and anybody after a rejection, for the first may have had no right to.
   */
  public boolean mayBeRegisteredBy(String anybody) {
    return state == EmployerState.REJECTED || personId.equals(anybody);
  }

  /** The same registered anew, to be verified again. */
  public Employer registeredAnew(Employer wish) {
    return EmployerBuilder.builder()
        .creditCode(creditCode)
        .name(wish.name())
        .personId(wish.personId())
        .onBehalf(wish.onBehalf())
        .state(EmployerState.PENDING)
        .registeredAt(wish.registeredAt())
        .registeredBy(wish.registeredBy())
        .decidedAt(Optional.empty())
        .decidedBy(Optional.empty())
        .reason(Optional.empty())
        .version(version + 1)
        .build();
  }

  /** The same as a caseworker decided about it. */
  public Employer decided(
      EmployerState outcome, Optional<RejectionReason> because, Instant now, Actor by) {
    return EmployerBuilder.builder(this)
        .state(outcome)
        .decidedAt(Optional.of(now))
        .decidedBy(Optional.of(by))
        .reason(because)
        .version(version + 1)
        .build();
  }
}
