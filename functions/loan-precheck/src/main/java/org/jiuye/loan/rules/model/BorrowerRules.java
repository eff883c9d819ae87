package org.jiuye.loan.rules.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Question;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.Terms;

/** Who may apply for a guaranteed loan, and how often. */
final class BorrowerRules {
  private BorrowerRules() {}

  /** Every borrower belongs to an eligible group. Nobody can change that before applying. */
  static Finding<Facts> eligibleGroup(Facts facts, Terms terms) {
    if (terms.eligibleGroups.isUnset()) {
      return Finding.unset(terms.eligibleGroups);
    }
    Set<Group> eligible = terms.eligibleGroups.get();
    return Members.all(
        facts, (member, borrower) -> eligibleGroup(facts, member, borrower, eligible));
  }

  private static Finding<Facts> eligibleGroup(
      Facts facts, int member, Borrower borrower, Set<Group> eligible) {
    if (borrower.groups().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  Facts.pointer(member) + "/groups",
                  facts.member(member, borrower.groups(Set.of(eligible.iterator().next()))),
                  facts.member(member, borrower.groups(Set.of())))));
    }
    Set<Group> counted = new TreeSet<>(borrower.groups().get());
    counted.retainAll(eligible);
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("groups", List.copyOf(new TreeSet<>(borrower.groups().get())));
    used.put("eligibleGroups", List.copyOf(counted));
    return counted.isEmpty() ? Finding.notMet(used, List.of()) : Finding.met(used);
  }

  /** A partnership has at least one partner besides the applicant. */
  static Finding<Facts> partners(Facts facts, Terms terms) {
    if (facts.partners().isEmpty()) {
      return Finding.unknown(Map.of(), List.of(whoArePartners(facts)));
    }
    int partners = facts.partners().get().size();
    Map<String, Object> used = Map.of("partners", partners);
    return partners > 0 ? Finding.met(used) : Finding.notMet(used, List.of());
  }

  /** Asks for the partners. */
  static Question<Facts> whoArePartners(Facts facts) {
    return Question.of(
        "/partners", facts.partners(List.of(Borrower.UNTOLD)), facts.partners(List.of()));
  }

  /**
   * At most three loans in all, including this one: after two loans a third is possible, after
   * three no fourth is.
   */
  static Finding<Facts> timesBorrowed(Facts facts, Terms terms) {
    if (terms.mostLoans.isUnset()) {
      return Finding.unset(terms.mostLoans);
    }
    int most = terms.mostLoans.get();
    return Members.all(facts, (member, borrower) -> timesBorrowed(facts, member, borrower, most));
  }

  private static Finding<Facts> timesBorrowed(
      Facts facts, int member, Borrower borrower, int most) {
    if (borrower.loansBefore().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  Facts.pointer(member) + "/loansBefore",
                  facts.member(member, borrower.loansBefore(0)),
                  facts.member(member, borrower.loansBefore(most)))));
    }
    Map<String, Object> used = Map.of("loansBefore", borrower.loansBefore().get());
    return borrower.loansBefore().get() < most
        ? Finding.met(used)
        : Finding.notMet(used, List.of());
  }
}
