package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Question;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.Arrears;
import org.jiuye.loan.terms.model.EnterpriseKind;
import org.jiuye.loan.terms.model.Terms;

/** The conditions on an enterprise and its business. */
final class EnterpriseRules {
  private EnterpriseRules() {}

  static Finding<Facts> kind(Facts facts, Terms terms) {
    if (terms.enterpriseKinds.isUnset()) {
      return Finding.unset(terms.enterpriseKinds);
    }
    Set<EnterpriseKind> admitted = terms.enterpriseKinds.get();
    Enterprise enterprise = facts.enterprise();
    if (enterprise.kind().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/enterprise/kind",
                  facts.enterprise(enterprise.kind(admitted.iterator().next())),
                  facts.enterprise(enterprise.kind(EnterpriseKind.OTHER)))));
    }
    Map<String, Object> used = Map.of("kind", enterprise.kind().get());
    return admitted.contains(enterprise.kind().get())
        ? Finding.met(used)
        : Finding.notMet(used, List.of());
  }

  /** The enterprise owes neither wages nor social-insurance contributions. */
  static Finding<Facts> arrears(Facts facts, Terms terms) {
    if (terms.arrearsForbidden.isUnset()) {
      return Finding.unset(terms.arrearsForbidden);
    }
    Enterprise enterprise = facts.enterprise();
    State state = State.MET;
    Map<String, Object> used = new TreeMap<>();
    List<Question<Facts>> questions = new ArrayList<>();
    Set<Arrears> owed = EnumSet.noneOf(Arrears.class);
    for (Arrears arrears : terms.arrearsForbidden.get()) {
      Optional<Boolean> owes = enterprise.owes(arrears);
      state = state.and(owes.map(told -> State.of(!told)).orElse(State.UNKNOWN));
      owes.ifPresent(told -> used.put(field(arrears), told));
      if (owes.isEmpty()) {
        questions.add(
            Question.of(
                "/enterprise/" + field(arrears),
                facts.enterprise(enterprise.owes(Set.of(arrears), false)),
                facts.enterprise(enterprise.owes(Set.of(arrears), true))));
      } else if (owes.get()) {
        owed.add(arrears);
      }
    }
    return Finding.of(
        state,
        used,
        questions,
        owed.isEmpty() ? List.of() : List.of(new LoanChange.SettleArrears(owed)));
  }

  private static String field(Arrears arrears) {
    return switch (arrears) {
      case WAGES -> "wageArrears";
      case SOCIAL_INSURANCE -> "insuranceArrears";
    };
  }

  /**
   * The business is old enough: it was registered the required number of months ago or earlier.
   * From the day of the month on which it was registered, it is old enough.
   */
  static Finding<Facts> businessAge(Facts facts, Terms terms) {
    if (terms.leastBusinessMonths.isUnset()) {
      return Finding.silent(terms.leastBusinessMonths);
    }
    if (terms.leastBusinessMonths.value().isEmpty()) {
      return Finding.silent();
    }
    int months = terms.leastBusinessMonths.get();
    if (facts.foundedOn().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  "/foundedOn",
                  facts.foundedOn(facts.asOf().minusMonths(months)),
                  facts.foundedOn(facts.asOf()))));
    }
    LocalDate oldEnough = facts.foundedOn().get().plusMonths(months);
    Map<String, Object> used = new TreeMap<>();
    used.put("foundedOn", facts.foundedOn().get().toString());
    used.put("oldEnoughOn", oldEnough.toString());
    return facts.asOf().isBefore(oldEnough)
        ? Finding.notMet(used, List.of(new LoanChange.ApplyFrom(oldEnough)))
        : Finding.met(used);
  }
}
