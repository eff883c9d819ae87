package org.jiuye.loan.rules.model;

import java.util.List;

/**
 * Somebody whose present loans are judged.
 *
 * @param member the borrower, as {@link Facts#pointer} counts
 * @param spouse whether the loans are those of that borrower's spouse
 */
record Debtor(int member, boolean spouse) {
  /** Where these loans stand in a request. */
  String pointer() {
    return Facts.pointer(member) + (spouse ? "/spouseLoans" : "/otherLoans");
  }

  /** The loans that were told; none where nothing was told. */
  List<OtherLoan> loans(Facts facts) {
    Borrower borrower = facts.members().get(member);
    return (spouse ? borrower.spouseLoans() : borrower.otherLoans()).orElse(List.of());
  }

  /** The facts with other loans of this debtor. */
  Facts tell(Facts facts, List<OtherLoan> loans) {
    Borrower borrower = facts.members().get(member);
    return facts.member(member, spouse ? borrower.spouseLoans(loans) : borrower.otherLoans(loans));
  }
}
