package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.logic.Question;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.Terms;

/** What the rules on new hires ask for. */
final class HireQuestions {
  private static final String HIRES = "/enterprise/hires";

  /** Few staff need few hires, many staff need many. */
  private static final int FEW = 1;

  private static final int MANY = 100_000;

  private final Facts facts;
  private final Terms terms;

  HireQuestions(Facts facts, Terms terms) {
    this.facts = facts;
    this.terms = terms;
  }

  /** The staff and the hires, as long as no number of hires is known to be needed. */
  List<Question<Facts>> forRatio() {
    return forRatio(FEW);
  }

  /**
   * The staff, the hires, and the groups of the hires in the window.
   *
   * @param needed how many eligible hires would be enough
   */
  List<Question<Facts>> forRatio(long needed) {
    List<Question<Facts>> questions = new ArrayList<>(staff());
    Optional<List<Hire>> hires = facts.enterprise().hires();
    if (hires.isEmpty()) {
      questions.add(hires(needed));
      return questions;
    }
    for (int index = 0; index < hires.get().size(); index++) {
      Hire hire = hires.get().get(index);
      if (HireRules.isInWindow(hire, facts, terms) && hire.groups().isEmpty()) {
        questions.add(groups(index, hire));
      }
    }
    return questions;
  }

  /** The staff, and the contracts and groups of hires that may lack a long contract. */
  List<Question<Facts>> forContracts() {
    List<Question<Facts>> questions = new ArrayList<>(staff());
    List<Hire> hires = facts.enterprise().hires().orElse(List.of());
    for (int index = 0; index < hires.size(); index++) {
      Hire hire = hires.get(index);
      if (!HireRules.isInWindow(hire, facts, terms)) {
        continue;
      }
      if (hire.contractMonths().isEmpty()
          && hire.isOf(terms.eligibleGroups.get()) != State.NOT_MET) {
        questions.add(contract(index, hire));
      } else if (hire.groups().isEmpty() && ContractRules.isLong(hire, terms) != State.MET) {
        questions.add(groups(index, hire));
      }
    }
    return questions;
  }

  private List<Question<Facts>> staff() {
    Enterprise enterprise = facts.enterprise();
    return enterprise.staff().isPresent()
        ? List.of()
        : List.of(
            Question.of(
                "/enterprise/staff",
                facts.enterprise(enterprise.staff(FEW)),
                facts.enterprise(enterprise.staff(MANY))));
  }

  private Question<Facts> hires(long needed) {
    Hire enough =
        new Hire(
            Math.toIntExact(needed),
            facts.asOf(),
            Optional.of(Set.of(anyGroup(terms))),
            Optional.of(ContractRules.leastMonths(terms)));
    return Question.of(HIRES, with(List.of(enough)), with(List.of()));
  }

  private Question<Facts> groups(int index, Hire hire) {
    return Question.of(
        HIRES + "/" + index + "/groups",
        with(index, hire.groups(Set.of(anyGroup(terms)))),
        with(index, hire.groups(Set.of())));
  }

  private Question<Facts> contract(int index, Hire hire) {
    return Question.of(
        HIRES + "/" + index + "/contractMonths",
        with(index, hire.contractMonths(terms.leastContractMonths.get())),
        with(index, hire.contractMonths(0)));
  }

  private Facts with(int index, Hire hire) {
    List<Hire> hires = new ArrayList<>(facts.enterprise().hires().orElseThrow());
    hires.set(index, hire);
    return with(hires);
  }

  private Facts with(List<Hire> hires) {
    return facts.enterprise(facts.enterprise().hires(hires));
  }

  /** Any of the eligible groups. */
  static Group anyGroup(Terms terms) {
    return terms.eligibleGroups.get().iterator().next();
  }
}
