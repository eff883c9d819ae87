package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.LoanKind;
import org.jiuye.loan.terms.model.Terms;

/**
 * Which loans applicant and spouse may have already: student, poverty-alleviation, housing and car
 * loans, and consumer loans (spending on credit cards included) up to a limit. The limit is meant
 * for a person's consumer loans together, and exactly at it they are allowed: 以下 includes the
 * number itself (Civil Code, article 1259).
 */
public final class OtherLoanRules {
  private static final OtherLoan BAD = new OtherLoan(LoanKind.OTHER, Optional.empty());

  private OtherLoanRules() {}

  public static Finding ofBorrower(Facts facts, Terms terms) {
    return unset(terms)
        .orElseGet(
            () ->
                MemberFindings.all(
                    facts, (all, member, borrower) -> own(all, member, borrower, terms)));
  }

  public static Finding ofSpouse(Facts facts, Terms terms) {
    return unset(terms)
        .orElseGet(
            () ->
                MemberFindings.all(
                    facts, (all, member, borrower) -> spouses(all, member, borrower, terms)));
  }

  private static Optional<Finding> unset(Terms terms) {
    if (terms.otherLoanKinds.isUnset()) {
      return Optional.of(Finding.unset(terms.otherLoanKinds));
    }
    return terms.consumerLoanMostFen.isUnset()
        ? Optional.of(Finding.unset(terms.consumerLoanMostFen))
        : Optional.empty();
  }

  private static Finding own(Facts facts, int member, Borrower borrower, Terms terms) {
    if (borrower.otherLoans().isEmpty()) {
      return Finding.unknown(
          Map.of(),
          List.of(
              Question.of(
                  Facts.pointer(member) + "/otherLoans",
                  facts.member(member, borrower.otherLoans(List.of())),
                  facts.member(member, borrower.otherLoans(List.of(BAD))))));
    }
    return loans(facts, new Owner(member, false), borrower.otherLoans().get(), terms);
  }

  /** Loans of a spouse whom nobody has told of yet do no harm until there is a spouse. */
  private static Finding spouses(Facts facts, int member, Borrower borrower, Terms terms) {
    if (borrower.married().equals(Optional.of(false))) {
      return Finding.met(Map.of("married", false));
    }
    Optional<Finding> loans =
        borrower.spouseLoans().map(told -> loans(facts, new Owner(member, true), told, terms));
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
        () ->
            Finding.unknown(
                Map.of("married", true),
                List.of(
                    Question.of(
                        Facts.pointer(member) + "/spouseLoans",
                        facts.member(member, borrower.spouseLoans(List.of())),
                        facts.member(member, borrower.spouseLoans(List.of(BAD)))))));
  }

  private static Finding loans(Facts facts, Owner owner, List<OtherLoan> loans, Terms terms) {
    Set<LoanKind> excepted = terms.otherLoanKinds.get();
    long most = terms.consumerLoanMostFen.get();
    Set<LoanKind> forbidden = EnumSet.noneOf(LoanKind.class);
    long consumer = 0;
    List<Question> questions = new ArrayList<>();
    for (int index = 0; index < loans.size(); index++) {
      OtherLoan loan = loans.get(index);
      if (loan.kind() == LoanKind.CONSUMER) {
        consumer += loan.amountFen().orElse(0L);
        if (loan.amountFen().isEmpty()) {
          questions.add(howMuch(facts, owner, loans, index, most));
        }
      } else if (!excepted.contains(loan.kind())) {
        forbidden.add(loan.kind());
      }
    }
    boolean tooMuch = consumer > most;
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("loans", loans.size());
    used.put("forbiddenKinds", List.copyOf(forbidden));
    used.put("consumerLoansFen", consumer);
    List<Change> mends = new ArrayList<>();
    if (!forbidden.isEmpty()) {
      mends.add(new Change.RepayLoans(owner.member(), owner.spouse(), forbidden));
    }
    if (tooMuch) {
      mends.add(new Change.ReduceConsumerLoans(owner.member(), owner.spouse(), most));
    }
    State state =
        State.of(forbidden.isEmpty() && !tooMuch)
            .and(questions.isEmpty() ? State.MET : State.UNKNOWN);
    return Finding.of(state, used, questions, mends);
  }

  private static Question howMuch(
      Facts facts, Owner owner, List<OtherLoan> loans, int index, long most) {
    return Question.of(
        owner.pointer() + "/" + index + "/amountFen",
        owner.tell(facts, with(loans, index, 0)),
        owner.tell(facts, with(loans, index, most + 1)));
  }

  private static List<OtherLoan> with(List<OtherLoan> loans, int index, long fen) {
    List<OtherLoan> told = new ArrayList<>(loans);
    told.set(index, new OtherLoan(loans.get(index).kind(), Optional.of(fen)));
    return told;
  }

  /** Whose loans they are: a member's, or those of the member's spouse. */
  public record Owner(int member, boolean spouse) {
    String pointer() {
      return Facts.pointer(member) + (spouse ? "/spouseLoans" : "/otherLoans");
    }

    List<OtherLoan> loans(Facts facts) {
      Borrower borrower = facts.members().get(member);
      return (spouse ? borrower.spouseLoans() : borrower.otherLoans()).orElse(List.of());
    }

    Facts tell(Facts facts, List<OtherLoan> loans) {
      Borrower borrower = facts.members().get(member);
      return facts.member(
          member, spouse ? borrower.spouseLoans(loans) : borrower.otherLoans(loans));
    }
  }
}
