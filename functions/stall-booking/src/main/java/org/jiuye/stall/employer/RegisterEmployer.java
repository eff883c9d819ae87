package org.jiuye.stall.employer;

import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.employer.model.Employer;

/**
 * Registers an employer of the job market, to be verified by a caseworker. It belongs to the person
 * who registers it; that person may register it again to correct its name or to be looked at again,
 * which changes nothing where nothing differs.
 */
final class RegisterEmployer {
  private final EmployerStore store;
  private final CountyTime time;

  RegisterEmployer(EmployerStore store, CountyTime time) {
    this.store = store;
    this.time = time;
  }

  /**
   * An employer as it is registered.
   *
   * @param changed false where it was registered so before
   */
  record Registered(Employer employer, boolean changed) {}

  /**
   * Registers an employer.
   *
   * @throws ProblemException 409 {@code employer-registered} where it is another person's
   */
  Registered register(String creditCode, String name, Acting acting, Attempt attempt) {
    Employer wish =
        Employer.registered(
            creditCode, name, acting.personId(), acting.onBehalf(), time.now(), acting.actor());
    return LookAgain.until(() -> store.find(creditCode), before -> register(before, wish, attempt));
  }

  /** Empty where somebody else has changed the employer meanwhile. */
  private Optional<Registered> register(Optional<Employer> before, Employer wish, Attempt attempt) {
    if (before.filter(known -> known.isAsWished(wish)).isPresent()) {
      return before.map(known -> new Registered(known, false));
    }
    if (before.filter(known -> !known.mayBeRegisteredBy(wish.personId())).isPresent()) {
      throw ProblemException.of(409, "employer-registered");
    }
    Employer after = before.map(known -> known.registeredAnew(wish)).orElse(wish);
    return store.save(before, after, Optional.empty(), attempt.record(wish.creditCode()))
        ? Optional.of(new Registered(after, true))
        : Optional.empty();
  }
}
