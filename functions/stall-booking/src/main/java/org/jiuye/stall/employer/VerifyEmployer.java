package org.jiuye.stall.employer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.employer.model.RejectionReason;
import org.jiuye.stall.employer.model.Withdrawal;

/**
 * Keeps what a caseworker found about an employer. A finding may be overturned; a verified employer
 * may be rejected later, for its vacancies say. A rejected employer has no stall at the coming
 * markets any more and declares no frontage; the county ends the frontages that it has where it
 * should. The person who registered it is told.
 */
final class VerifyEmployer {
  private final EmployerStore store;
  private final Consumer<Withdrawal> rejected;
  private final CountyTime time;

  VerifyEmployer(EmployerStore store, Consumer<Withdrawal> rejected, CountyTime time) {
    this.store = store;
    this.rejected = rejected;
    this.time = time;
  }

  /**
   * What a caseworker found.
   *
   * @param state VERIFIED or REJECTED
   * @param reason why it was rejected
   */
  record Finding(EmployerState state, Optional<RejectionReason> reason) {}

  /**
   * Decides about what was seen: a change meanwhile is told, not passed over.
   *
   * @throws ProblemException 409 {@code verification-settled}, {@code employer-changed}
   */
  Employer decide(Employer before, Finding finding, Actor by, Attempt attempt) {
    if (before.state() == finding.state()) {
      throw ProblemException.of(409, "verification-settled");
    }
    Instant now = time.now();
    Employer after = before.decided(finding.state(), finding.reason(), now, by);
    if (!store.save(
        Optional.of(before),
        after,
        Optional.of(EmployerEvents.decided(after, now)),
        attempt.record(before.creditCode()))) {
      throw ProblemException.of(409, "employer-changed");
    }
    Withdrawal.of(after).ifPresent(rejected);
    return after;
  }
}
