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
 * The facts that somebody tells about an application for a loan. An absent fact was not told; an
 * absent amount or term means that none in particular is wanted.
 *
 * @param asOf the day of applying
 * @param amountFen the amount applied for, in fen
 * @param termMonths the term applied for
 * @param partners the people who found the business with the applicant
 * @param foundedOn the day on which the business was registered
 * @param qualityProject whether the county has recognised the project as a quality project
 * @param household the kinds that the household belongs to; an empty set means none of them
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

  /** The facts of somebody who has told nothing yet. */
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

  /**
   * Where a borrower's facts stand in a request.
   *
   * @param member 0 for the applicant, then the partners, counting from 1
   */
  public static String pointer(int member) {
    return member == 0 ? "/applicant" : "/partners/" + (member - 1);
  }

  /** The borrowers: the applicant and, in a partnership, the partners who were told of. */
  List<Borrower> members() {
    List<Borrower> members = new ArrayList<>();
    members.add(applicant);
    if (product == Product.PARTNERSHIP) {
      partners.ifPresent(members::addAll);
    }
    return members;
  }

  /** The same facts with one borrower replaced. */
  Facts member(int member, Borrower told) {
    if (member == 0) {
      return applicant(told);
    }
    List<Borrower> others = new ArrayList<>(partners.orElseThrow());
    others.set(member - 1, told);
    return partners(others);
  }

  /** The same facts on another day of applying. */
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
