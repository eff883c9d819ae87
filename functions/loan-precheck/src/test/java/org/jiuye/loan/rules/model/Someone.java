package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.EnterpriseKind;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Purpose;

/** Facts of somebody who may have a loan, from which a test departs. */
public final class Someone {
  public static final Borrower VETERAN =
      new Borrower(
          Optional.of(Set.of(Group.VETERAN)),
          Optional.of(0),
          Optional.of(List.of()),
          Optional.of(false),
          Optional.empty(),
          Optional.of(LocalDate.parse("1990-05-05")));

  private Someone() {}

  /** A veteran who asks alone. */
  public static Facts person(String asOf) {
    return Facts.untold(Product.PERSONAL, LocalDate.parse(asOf)).applicant(VETERAN);
  }

  public static Facts partnership(String asOf, int partners) {
    return Facts.untold(Product.PARTNERSHIP, LocalDate.parse(asOf))
        .applicant(VETERAN)
        .partners(java.util.Collections.nCopies(partners, VETERAN));
  }

  /** An enterprise with people hired on the day of applying. */
  public static Facts enterprise(String asOf, int staff, int hired) {
    return enterprise(
        asOf,
        staff,
        new Hire(
            hired, LocalDate.parse(asOf), Optional.of(Set.of(Group.VETERAN)), Optional.of(12)));
  }

  public static Facts enterprise(String asOf, int staff, Hire... hires) {
    return Facts.untold(Product.SMALL_ENTERPRISE, LocalDate.parse(asOf))
        .applicant(Borrower.UNTOLD.loansBefore(0))
        .enterprise(
            new Enterprise(
                Optional.of(EnterpriseKind.SMALL_OR_MICRO),
                Optional.of(staff),
                Optional.of(List.of(hires)),
                Optional.of(false),
                Optional.of(false)));
  }

  public static Facts household(String asOf) {
    return Facts.untold(Product.POVERTY_MICRO, LocalDate.parse(asOf))
        .applicant(VETERAN)
        .household(Set.of(HouseholdKind.MONITORED))
        .purpose(Purpose.PRODUCTION);
  }

  public static Hire hired(int count, String day) {
    return new Hire(
        count, LocalDate.parse(day), Optional.of(Set.of(Group.VETERAN)), Optional.of(12));
  }
}
