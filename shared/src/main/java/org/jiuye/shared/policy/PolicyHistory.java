package org.jiuye.shared.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All versions of the rules on one subject, the oldest first, those without a first day last. At
 * most one is in force on a day: like the loader of the seeds, this class refuses gaps and
 * overlaps.
 */
public final class PolicyHistory {
  private final List<PolicyVersion> versions;

  public PolicyHistory(List<PolicyVersion> versions) {
    this.versions =
        versions.stream()
            .sorted(
                Comparator.comparing(
                        (PolicyVersion version) -> version.effectiveFrom().orElse(LocalDate.MAX))
                    .thenComparingInt(PolicyVersion::version))
            .toList();
    for (int next = 1; next < this.versions.size(); next++) {
      requireFollowing(this.versions.get(next - 1), this.versions.get(next));
    }
  }

  /** The version in force on a day; empty before the first, and where the last has ended. */
  public Optional<PolicyVersion> on(LocalDate day) {
    return versions.stream().filter(version -> version.holdsOn(day)).findAny();
  }

  /** All versions, in that order. */
  public List<PolicyVersion> versions() {
    return versions;
  }

  private static void requireFollowing(PolicyVersion before, PolicyVersion after) {
    if (!before.subject().equals(after.subject())) {
      throw new IllegalArgumentException("The versions of a history must be about one subject");
    }
    Optional<LocalDate> due = before.effectiveTo().map(last -> last.plusDays(1));
    if (after.effectiveFrom().isPresent() && !due.equals(after.effectiveFrom())) {
      throw new IllegalArgumentException(
          after.policyId() + " does not begin on the day after " + before.policyId());
    }
  }
}
