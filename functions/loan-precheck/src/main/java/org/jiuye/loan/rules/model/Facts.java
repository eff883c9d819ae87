package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Purpose;
import org.jiuye.shared.record.BuiltByName;

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
@BuiltByName
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
    return FactsBuilder.builder()
        .product(product)
        .asOf(asOf)
        .amountFen(Optional.empty())
        .termMonths(Optional.empty())
        .applicant(Borrower.UNTOLD)
        .partners(Optional.empty())
        .enterprise(Enterprise.UNTOLD)
        .foundedOn(Optional.empty())
        .qualityProject(Optional.empty())
        .household(Optional.empty())
        .purpose(Optional.empty())
        .build();
  }

  /**
   * Where a borrower's facts stand in a request.
   *
   * @param member 0 for the applicant, then the partners, counting from 1
   */
  static String pointer(int member) {
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
    return FactsBuilder.builder(this).asOf(day).build();
  }

  public Facts amountFen(long fen) {
    return FactsBuilder.builder(this).amountFen(Optional.of(fen)).build();
  }

  public Facts termMonths(int months) {
    return FactsBuilder.builder(this).termMonths(Optional.of(months)).build();
  }

  public Facts applicant(Borrower told) {
    return FactsBuilder.builder(this).applicant(told).build();
  }

  Facts partners(List<Borrower> told) {
    return FactsBuilder.builder(this).partners(Optional.of(told)).build();
  }

  public Facts enterprise(Enterprise told) {
    return FactsBuilder.builder(this).enterprise(told).build();
  }

  public Facts foundedOn(LocalDate told) {
    return FactsBuilder.builder(this).foundedOn(Optional.of(told)).build();
  }

  Facts household(Set<HouseholdKind> told) {
    return FactsBuilder.builder(this).household(Optional.of(told)).build();
  }

  Facts purpose(Purpose told) {
    return FactsBuilder.builder(this).purpose(Optional.of(told)).build();
  }
}
