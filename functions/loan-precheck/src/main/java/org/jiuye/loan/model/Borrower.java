package org.jiuye.loan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who asks for a loan; what is absent was not told.
 *
 * @param groups the eligible groups that the person belongs to; an empty set is told to be none
 * @param loansBefore how many guaranteed entrepreneurship loans were had before this one
 * @param otherLoans the loans that the person has now
 * @param married whether there is a spouse
 * @param spouseLoans the loans that the spouse has now
 */
public record Borrower(
    Optional<Set<Group>> groups,
    Optional<Integer> loansBefore,
    Optional<List<OtherLoan>> otherLoans,
    Optional<Boolean> married,
    Optional<List<OtherLoan>> spouseLoans,
    Optional<LocalDate> bornOn) {
  /** Of whom nothing was told. */
  public static final Borrower UNTOLD =
      new Borrower(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Borrower {
    groups = groups.map(Set::copyOf);
    otherLoans = otherLoans.map(List::copyOf);
    spouseLoans = spouseLoans.map(List::copyOf);
  }

  Borrower groups(Set<Group> told) {
    return new Borrower(Optional.of(told), loansBefore, otherLoans, married, spouseLoans, bornOn);
  }

  Borrower loansBefore(int told) {
    return new Borrower(groups, Optional.of(told), otherLoans, married, spouseLoans, bornOn);
  }

  Borrower otherLoans(List<OtherLoan> told) {
    return new Borrower(groups, loansBefore, Optional.of(told), married, spouseLoans, bornOn);
  }

  Borrower married(boolean told) {
    return new Borrower(groups, loansBefore, otherLoans, Optional.of(told), spouseLoans, bornOn);
  }

  Borrower spouseLoans(List<OtherLoan> told) {
    return new Borrower(groups, loansBefore, otherLoans, married, Optional.of(told), bornOn);
  }

  Borrower bornOn(LocalDate told) {
    return new Borrower(groups, loansBefore, otherLoans, married, spouseLoans, Optional.of(told));
  }
}
