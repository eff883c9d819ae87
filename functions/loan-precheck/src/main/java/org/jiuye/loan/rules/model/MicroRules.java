package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.Purpose;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Setting;

/** What a poor household's micro-loan asks for. */
public final class MicroRules {
  private MicroRules() {}

  /** The loan is lent to a household, and that is one of those that it is meant for. */
  public static Finding household(Facts facts, Terms terms) {
    if (terms.householdKinds.isUnset()) {
      return Finding.unset(terms.householdKinds);
    }
    Set<HouseholdKind> meant = terms.householdKinds.get();
    if (facts.household().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/household",
                  facts.household(Set.of(meant.iterator().next())),
                  facts.household(Set.of()))));
    }
    Set<HouseholdKind> told = facts.household().get();
    Map<String, Object> used = Map.of("household", List.copyOf(new TreeSet<>(told)));
    return told.stream().anyMatch(meant::contains)
        ? Finding.met(used)
        : Finding.notMet(used, List.of());
  }

  /**
   * Both ends included, in completed years: from the day of the 18th birthday to the day before the
   * 66th. Who was born on 29 February completes a year on 28 February where there is no 29th (Civil
   * Code, article 202).
   */
  public static Finding age(Facts facts, Terms terms) {
    for (Setting<?> bound : List.of(terms.leastAge, terms.mostAge)) {
      if (bound.isUnset()) {
        return Finding.unset(bound);
      }
    }
    int least = terms.leastAge.get();
    Borrower applicant = facts.applicant();
    if (applicant.bornOn().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/applicant/bornOn",
                  facts.applicant(applicant.bornOn(facts.asOf().minusYears(least))),
                  facts.applicant(applicant.bornOn(facts.asOf())))));
    }
    LocalDate grownUp = applicant.bornOn().get().plusYears(least);
    LocalDate tooOld = applicant.bornOn().get().plusYears(terms.mostAge.get() + 1L);
    Map<String, Object> used = new TreeMap<>();
    used.put("bornOn", applicant.bornOn().get().toString());
    used.put("age", age(applicant.bornOn().get(), facts.asOf()));
    if (facts.asOf().isBefore(grownUp)) {
      return Finding.notMet(used, List.of(new Change.ApplyFrom(grownUp)));
    }
    return facts.asOf().isBefore(tooOld) ? Finding.met(used) : Finding.notMet(used, List.of());
  }

  private static int age(LocalDate bornOn, LocalDate day) {
    int years = Period.between(bornOn, day).getYears();
    return day.isBefore(bornOn.plusYears(years + 1L)) ? years : years + 1;
  }

  /** The money is for production. Whoever wants it for something else is told so, not taught. */
  public static Finding purpose(Facts facts, Terms terms) {
    if (terms.purposes.isUnset()) {
      return Finding.unset(terms.purposes);
    }
    Set<Purpose> allowed = terms.purposes.get();
    if (facts.purpose().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/purpose",
                  facts.purpose(allowed.iterator().next()),
                  facts.purpose(Purpose.CONSUMPTION))));
    }
    Map<String, Object> used = Map.of("purpose", facts.purpose().get());
    return allowed.contains(facts.purpose().get())
        ? Finding.met(used)
        : Finding.notMet(used, List.of());
  }
}
