package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.logic.Change;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Question;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.LoanKind;
import org.jiuye.loan.terms.model.Terms;

/**
 * Which loans borrowers and their spouses may already have: student, poverty-alleviation, housing
 * and car loans, and consumer loans (credit-card spending included) up to a limit. The limit
 * applies to the sum of one person's consumer loans. A sum of exactly the limit is allowed: 以下
 * includes the number itself (Civil Code, article 1259).
 */
final class OtherLoanRules {
  private static final OtherLoan FORBIDDEN = new OtherLoan(LoanKind.OTHER, Optional.empty());

  private OtherLoanRules() {}

  static Finding<Facts> ofBorrower(Facts facts, Terms terms) {
    return unset(terms)
        .orElseGet(
            () -> Members.all(facts, (member, borrower) -> own(facts, member, borrower, terms)));
  }

  static Finding<Facts> ofSpouse(Facts facts, Terms terms) {
    return unset(terms)
        .orElseGet(
            () ->
                Members.all(facts, (member, borrower) -> spouses(facts, member, borrower, terms)));
  }

  private static Optional<Finding<Facts>> unset(Terms terms) {
    if (terms.otherLoanKinds.isUnset()) {
      return Optional.of(Finding.unset(terms.otherLoanKinds));
    }
    return terms.consumerLoanMostFen.isUnset()
        ? Optional.of(Finding.unset(terms.consumerLoanMostFen))
        : Optional.empty();
  }

  private static Finding<Facts> own(Facts facts, int member, Borrower borrower, Terms terms) {
    Debtor debtor = new Debtor(member, false);
    return borrower
        .otherLoans()
        .map(told -> loans(facts, debtor, told, terms))
        .orElseGet(() -> Finding.unknown(Map.of(), List.of(which(facts, debtor))));
  }

  /** A spouse's loans are asked for only once it is known that there is a spouse. */
  private static Finding<Facts> spouses(Facts facts, int member, Borrower borrower, Terms terms) {
    if (borrower.married().equals(Optional.of(false))) {
      return Finding.met(Map.of("married", false));
    }
    Debtor debtor = new Debtor(member, true);
    Optional<Finding<Facts>> loans =
        borrower.spouseLoans().map(told -> loans(facts, debtor, told, terms));
    if (loans.filter(finding -> finding.state() == State.MET).isPresent()) {
      return loans.get();
    }
    if (borrower.married().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  Facts.pointer(member) + "/married",
                  facts.member(member, borrower.married(false)),
                  facts.member(member, borrower.married(true)))));
    }
    return loans.orElseGet(
        () -> Finding.unknown(Map.of("married", true), List.of(which(facts, debtor))));
  }

  private static Finding<Facts> loans(
      Facts facts, Debtor debtor, List<OtherLoan> loans, Terms terms) {
    Set<LoanKind> allowed = terms.otherLoanKinds.get();
    long most = terms.consumerLoanMostFen.get();
    Set<LoanKind> forbidden = EnumSet.noneOf(LoanKind.class);
    long consumer = 0;
    List<Question<Facts>> questions = new ArrayList<>();
    for (int index = 0; index < loans.size(); index++) {
      OtherLoan loan = loans.get(index);
      if (loan.kind() == LoanKind.CONSUMER) {
        consumer += loan.amountFen().orElse(0L);
        if (loan.amountFen().isEmpty()) {
          questions.add(howMuch(facts, debtor, loans, index, most));
        }
      } else if (!allowed.contains(loan.kind())) {
        forbidden.add(loan.kind());
      }
    }
    boolean tooMuch = consumer > most;
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("loans", loans.size());
    used.put("forbiddenKinds", List.copyOf(forbidden));
    used.put("consumerLoansFen", consumer);
    List<Change<Facts>> proposals = new ArrayList<>();
    if (!forbidden.isEmpty()) {
      proposals.add(new LoanChange.RepayLoans(debtor.member(), debtor.spouse(), forbidden));
    }
    if (tooMuch) {
      proposals.add(new LoanChange.ReduceConsumerLoans(debtor.member(), debtor.spouse(), most));
    }
    State state =
        State.of(forbidden.isEmpty() && !tooMuch)
            .and(questions.isEmpty() ? State.MET : State.UNKNOWN);
    return Finding.of(state, used, questions, proposals);
  }

  private static Question<Facts> which(Facts facts, Debtor debtor) {
    return Question.of(
        debtor.pointer(), debtor.tell(facts, List.of()), debtor.tell(facts, List.of(FORBIDDEN)));
  }

  private static Question<Facts> howMuch(
      Facts facts, Debtor debtor, List<OtherLoan> loans, int index, long most) {
    return Question.of(
        debtor.pointer() + "/" + index + "/amountFen",
        debtor.tell(facts, with(loans, index, 0)),
        debtor.tell(facts, with(loans, index, most + 1)));
  }

  private static List<OtherLoan> with(List<OtherLoan> loans, int index, long fen) {
    List<OtherLoan> told = new ArrayList<>(loans);
    told.set(index, new OtherLoan(loans.get(index).kind(), Optional.of(fen)));
    return told;
  }
}
