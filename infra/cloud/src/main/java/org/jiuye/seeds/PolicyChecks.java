package org.jiuye.seeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiuye.seeds.SeedFile.Located;

/** Checks of dated policies: on every day from the first one on, exactly one version holds. */
final class PolicyChecks {

  private PolicyChecks() {}

  /**
   * The versions of a subject follow one another without a gap or an overlap, their numbers in the
   * order of their days. Only the last may end with nothing after it. Undated ones stand aside.
   */
  static List<SeedError> datedVersions(List<Located> policies, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    Map<String, List<Located>> bySubject =
        policies.stream()
            .filter(policy -> day(policy, "effectiveFrom").isPresent())
            .collect(
                Collectors.groupingBy(
                    policy -> policy.text("subject"), TreeMap::new, Collectors.toList()));
    for (List<Located> versions : bySubject.values()) {
      versions.sort(Comparator.comparing(PolicyChecks::from));
      for (Located version : versions) {
        if (lastDay(version).filter(to -> to.isBefore(from(version))).isPresent()) {
          errors.add(version.error("ends before it begins"));
        }
      }
      for (int next = 1; next < versions.size(); next++) {
        follows(versions.get(next - 1), versions.get(next)).ifPresent(errors::add);
      }
    }
    return errors;
  }

  /** A later version of a policy holds from a later day. */
  static List<SeedError> laterVersionsHoldLater(List<Located> policies, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    Map<String, Located> newest = new HashMap<>();
    policies.stream()
        .sorted((a, b) -> Integer.compare(number(a), number(b)))
        .forEach(
            policy -> {
              Located before = newest.put(policy.text("policyId"), policy);
              if (before != null && !from(policy).isAfter(from(before))) {
                errors.add(
                    policy.error(
                        "version %d does not hold from a later day than version %d"
                            .formatted(number(policy), number(before))));
              }
            });
    return errors;
  }

  private static Optional<SeedError> follows(Located before, Located after) {
    LocalDate from = from(after);
    Optional<LocalDate> end = lastDay(before);
    String earlier = before.text("policyId");
    if (end.isEmpty() || !end.get().isBefore(from)) {
      return Optional.of(
          after.error("overlaps %s, which holds on %s too".formatted(earlier, from)));
    }
    LocalDate missing = end.get().plusDays(1);
    if (missing.isBefore(from)) {
      return Optional.of(
          after.error(
              "leaves a gap: nothing holds from %s, when %s has ended, to %s"
                  .formatted(missing, earlier, from.minusDays(1))));
    }
    return number(before) < number(after)
        ? Optional.empty()
        : Optional.of(after.error("must have a higher version than " + earlier));
  }

  private static LocalDate from(Located policy) {
    return day(policy, "effectiveFrom").orElseThrow();
  }

  private static Optional<LocalDate> lastDay(Located policy) {
    return day(policy, "effectiveTo");
  }

  private static Optional<LocalDate> day(Located policy, String property) {
    String text = policy.text(property);
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static int number(Located policy) {
    return policy.node().path("version").asInt();
  }
}
