package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.Group;

/**
 * Some people whom an enterprise hired on the same day, from the same groups and with contracts of
 * the same length. An absent fact was not told.
 *
 * @param groups the eligible groups that they belong to; an empty set means none of them
 * @param contractMonths the length of their contracts
 */
public record Hire(
    int count, LocalDate hiredOn, Optional<Set<Group>> groups, Optional<Integer> contractMonths) {
  public Hire {
    groups = groups.map(Set::copyOf);
  }

  /** Whether they belong to an eligible group. */
  State isOf(Set<Group> eligible) {
    return groups
        .map(told -> State.of(told.stream().anyMatch(eligible::contains)))
        .orElse(State.UNKNOWN);
  }

  Hire count(int people) {
    return new Hire(people, hiredOn, groups, contractMonths);
  }

  Hire groups(Set<Group> told) {
    return new Hire(count, hiredOn, Optional.of(told), contractMonths);
  }

  Hire contractMonths(int months) {
    return new Hire(count, hiredOn, groups, Optional.of(months));
  }
}
