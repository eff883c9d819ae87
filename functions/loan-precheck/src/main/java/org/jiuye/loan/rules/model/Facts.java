package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Purpose;

/**
 * What was told of who asks for a loan, and which loan is asked for. What is absent was not told;
 * of the amount and the term, it means that nobody asks for one in particular.
 *
 * @param asOf the day of applying
 * @param amountFen the amount that is asked for, in fen
 * @param termMonths the term that is asked for
 * @param partners who founds the business with the applicant
 * @param foundedOn when the business was registered
 * @param qualityProject whether the county has found the project to be of quality
 * @param household which kinds the household is of; an empty set is told to be none
 */
public record Facts(
    Product product,
    LocalDate asOf,
    Optional<Long> amountFen,
    Optional<Integer> termMonths,
    Borrower applicant,
    Optional<List<Borrower>> partners,
    Enterprise enterprise,
    Optional<LocalDate> foundedOn,
    Optional<Boolean> qualityProject,
    Optional<Set<HouseholdKind>> household,
    Optional<Purpose> purpose) {
  public Facts {
    partners = partners.map(List::copyOf);
    household = household.map(Set::copyOf);
  }

  /** Of somebody who has told nothing yet. */
  public static Facts untold(Product product, LocalDate asOf) {
    return new Facts(
        product,
        asOf,
        Optional.empty(),
        Optional.empty(),
        Borrower.UNTOLD,
        Optional.empty(),
        Enterprise.UNTOLD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Where somebody's facts stand in a request. */
  public static String pointer(int member) {
    return member == 0 ? "/applicant" : "/partners/" + (member - 1);
  }

  /** Who borrows: the applicant and, of a partnership, the partners as far as they were told. */
  public List<Borrower> members() {
    List<Borrower> members = new ArrayList<>();
    members.add(applicant);
    if (product == Product.PARTNERSHIP) {
      partners.ifPresent(members::addAll);
    }
    return members;
  }

  /** The same with somebody's facts in the place of those that stood there. */
  public Facts member(int member, Borrower told) {
    if (member == 0) {
      return applicant(told);
    }
    List<Borrower> others = new ArrayList<>(partners.orElseThrow());
    others.set(member - 1, told);
    return partners(others);
  }

  /** The same on another day. */
  public Facts asOf(LocalDate day) {
    return copy(day, amountFen, termMonths, applicant, partners, enterprise);
  }

  public Facts amountFen(long fen) {
    return copy(asOf, Optional.of(fen), termMonths, applicant, partners, enterprise);
  }

  public Facts termMonths(int months) {
    return copy(asOf, amountFen, Optional.of(months), applicant, partners, enterprise);
  }

  public Facts applicant(Borrower told) {
    return copy(asOf, amountFen, termMonths, told, partners, enterprise);
  }

  public Facts partners(List<Borrower> told) {
    return copy(asOf, amountFen, termMonths, applicant, Optional.of(told), enterprise);
  }

  public Facts enterprise(Enterprise told) {
    return copy(asOf, amountFen, termMonths, applicant, partners, told);
  }

  public Facts foundedOn(LocalDate told) {
    return with(Optional.of(told), household, purpose);
  }

  public Facts household(Set<HouseholdKind> told) {
    return with(foundedOn, Optional.of(told), purpose);
  }

  public Facts purpose(Purpose told) {
    return with(foundedOn, household, Optional.of(told));
  }

  private Facts copy(
      LocalDate day,
      Optional<Long> amount,
      Optional<Integer> term,
      Borrower first,
      Optional<List<Borrower>> others,
      Enterprise firm) {
    return new Facts(
        product,
        day,
        amount,
        term,
        first,
        others,
        firm,
        foundedOn,
        qualityProject,
        household,
        purpose);
  }

  private Facts with(
      Optional<LocalDate> founded, Optional<Set<HouseholdKind>> kinds, Optional<Purpose> use) {
    return new Facts(
        product,
        asOf,
        amountFen,
        termMonths,
        applicant,
        partners,
        enterprise,
        founded,
        qualityProject,
        kinds,
        use);
  }
}
