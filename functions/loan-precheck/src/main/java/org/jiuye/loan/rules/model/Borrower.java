package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.Group;

/**
 * Somebody who applies for a loan. An absent fact was not told.
 *
 * @param groups the eligible groups that the person belongs to; an empty set means none of them
 * @param loansBefore the number of guaranteed entrepreneurship loans before this one
 * @param otherLoans the loans that the person has now
 * @param married whether the person has a spouse
 * @param spouseLoans the loans that the spouse has now
 */
public record Borrower(
    Optional<Set<Group>> groups,
    Optional<Integer> loansBefore,
    Optional<List<OtherLoan>> otherLoans,
    Optional<Boolean> married,
    Optional<List<OtherLoan>> spouseLoans,
    Optional<LocalDate> bornOn) {
  /** A borrower about whom nothing was told. */
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

  public Borrower groups(Set<Group> told) {
    return new Borrower(Optional.of(told), loansBefore, otherLoans, married, spouseLoans, bornOn);
  }

  public Borrower loansBefore(int told) {
    return new Borrower(groups, Optional.of(told), otherLoans, married, spouseLoans, bornOn);
  }

  public Borrower otherLoans(List<OtherLoan> told) {
    return new Borrower(groups, loansBefore, Optional.of(told), married, spouseLoans, bornOn);
  }

  public Borrower married(boolean told) {
    return new Borrower(groups, loansBefore, otherLoans, Optional.of(told), spouseLoans, bornOn);
  }

  public Borrower spouseLoans(List<OtherLoan> told) {
    return new Borrower(groups, loansBefore, otherLoans, married, Optional.of(told), bornOn);
  }

  public Borrower bornOn(LocalDate told) {
    return new Borrower(groups, loansBefore, otherLoans, married, spouseLoans, Optional.of(told));
  }
}
