package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Question;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.Purpose;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Setting;

/** The conditions of the micro-loan to a poor household. */
final class HouseholdRules {
  private HouseholdRules() {}

  /** The household is of a kind that the loan is meant for. */
  static Finding<Facts> household(Facts facts, Terms terms) {
    if (terms.householdKinds.isUnset()) {
      return Finding.unset(terms.householdKinds);
    }
    Set<HouseholdKind> admitted = terms.householdKinds.get();
    if (facts.household().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/household",
                  facts.household(Set.of(admitted.iterator().next())),
                  facts.household(Set.of()))));
    }
    Set<HouseholdKind> told = facts.household().get();
    Map<String, Object> used = Map.of("household", List.copyOf(new TreeSet<>(told)));
    return told.stream().anyMatch(admitted::contains)
        ? Finding.met(used)
        : Finding.notMet(used, List.of());
  }

  /**
   * The borrower is of an age between the two limits, both included, in completed years: from the
   * day of the 18th birthday to the day before the 66th. A person born on 29 February completes a
   * year on 28 February where the year has no 29th (Civil Code, article 202).
   */
  static Finding<Facts> age(Facts facts, Terms terms) {
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
    LocalDate oldEnough = applicant.bornOn().get().plusYears(least);
    LocalDate tooOld = applicant.bornOn().get().plusYears(terms.mostAge.get() + 1L);
    Map<String, Object> used = new TreeMap<>();
    used.put("bornOn", applicant.bornOn().get().toString());
    used.put("age", completedYears(applicant.bornOn().get(), facts.asOf()));
    if (facts.asOf().isBefore(oldEnough)) {
      return Finding.notMet(used, List.of(new LoanChange.ApplyFrom(oldEnough)));
    }
    return facts.asOf().isBefore(tooOld) ? Finding.met(used) : Finding.notMet(used, List.of());
  }

  private static int completedYears(LocalDate bornOn, LocalDate day) {
    int years = Period.between(bornOn, day).getYears();
    return day.isBefore(bornOn.plusYears(years + 1L)) ? years : years + 1;
  }

  /**
   * The money is for production. To somebody who wants it for something else, no other purpose is
   * proposed: that would be an invitation to lie.
   */
  static Finding<Facts> purpose(Facts facts, Terms terms) {
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
