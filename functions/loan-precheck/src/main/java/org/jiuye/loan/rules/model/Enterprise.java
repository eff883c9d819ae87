package org.jiuye.loan.rules.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.Arrears;
import org.jiuye.loan.terms.model.EnterpriseKind;

/**
 * An enterprise that applies for a loan. An absent fact was not told.
 *
 * @param staff the number of present staff, new hires included
 * @param hires everybody who was hired recently
 * @param wageArrears whether the enterprise owes wages
 * @param insuranceArrears whether it owes social-insurance contributions
 */
public record Enterprise(
    Optional<EnterpriseKind> kind,
    Optional<Integer> staff,
    Optional<List<Hire>> hires,
    Optional<Boolean> wageArrears,
    Optional<Boolean> insuranceArrears) {
  /** An enterprise about which nothing was told. */
  public static final Enterprise UNTOLD =
      new Enterprise(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Enterprise {
    hires = hires.map(List::copyOf);
  }

  /** Whether the enterprise is in arrears. */
  Optional<Boolean> owes(Arrears arrears) {
    return switch (arrears) {
      case WAGES -> wageArrears;
      case SOCIAL_INSURANCE -> insuranceArrears;
    };
  }

  Enterprise kind(EnterpriseKind told) {
    return new Enterprise(Optional.of(told), staff, hires, wageArrears, insuranceArrears);
  }

  Enterprise staff(int told) {
    return new Enterprise(kind, Optional.of(told), hires, wageArrears, insuranceArrears);
  }

  Enterprise hires(List<Hire> told) {
    return new Enterprise(kind, staff, Optional.of(told), wageArrears, insuranceArrears);
  }

  Enterprise owes(Set<Arrears> settled, boolean told) {
    return new Enterprise(
        kind,
        staff,
        hires,
        settled.contains(Arrears.WAGES) ? Optional.of(told) : wageArrears,
        settled.contains(Arrears.SOCIAL_INSURANCE) ? Optional.of(told) : insuranceArrears);
  }
}
