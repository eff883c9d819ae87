package org.jiuye.seeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.seeds.SeedFile.Located;

/** Checks of stalls and their rules. */
final class StallChecks {

  private StallChecks() {}

  /** Ranges keep to one letter and ascend, so that no stall stands twice. */
  static List<SeedError> stallRanges(List<Located> sites, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located stalls : sites) {
      String last = "";
      for (Located range : stalls.children()) {
        String from = range.text("from");
        String to = range.text("to");
        if (from.charAt(0) != to.charAt(0) || from.compareTo(to) > 0) {
          errors.add(range.error(from + " to " + to + " is no ascending range of one letter"));
        } else if (from.compareTo(last) <= 0) {
          errors.add(
              range.error(from + " does not come after " + last + ", the last stall so far"));
        }
        last = to.compareTo(last) > 0 ? to : last;
      }
    }
    return errors;
  }

  /** A later version of a policy holds from a later day. */
  static List<SeedError> policyVersions(List<Located> policies, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    Map<String, Located> newest = new HashMap<>();
    policies.stream()
        .sorted((a, b) -> Integer.compare(version(a), version(b)))
        .forEach(
            policy -> {
              Located before = newest.put(policy.text("policyId"), policy);
              if (before != null && !effectiveFrom(policy).isAfter(effectiveFrom(before))) {
                errors.add(
                    policy.error(
                        "version %d does not hold from a later day than version %d"
                            .formatted(version(policy), version(before))));
              }
            });
    return errors;
  }

  private static int version(Located policy) {
    return policy.node().path("version").asInt();
  }

  private static LocalDate effectiveFrom(Located policy) {
    return LocalDate.parse(policy.text("effectiveFrom"));
  }
}
