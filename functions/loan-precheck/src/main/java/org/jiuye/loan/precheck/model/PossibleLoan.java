package org.jiuye.loan.precheck.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jiuye.loan.precheck.model.Precheck.CounterGuarantee;
import org.jiuye.loan.precheck.model.Precheck.CounterGuarantee.Outcome;
import org.jiuye.loan.rules.model.AmountRules;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.loan.terms.model.WaiverGround;
import org.jiuye.shared.policy.Setting;

/** The terms of the loan that somebody with these facts could have. */
final class PossibleLoan {
  private PossibleLoan() {}

  static Precheck.Loan of(Facts facts, Terms terms) {
    return new Precheck.Loan(
        cap(facts, terms),
        Cited.of(terms.mostTermMonths),
        Cited.of(terms.interestSubsidy),
        facts.product() == Product.POVERTY_MICRO
            ? collateral(terms)
            : counterGuarantee(facts, terms));
  }

  private static Cited cap(Facts facts, Terms terms) {
    Optional<Setting<?>> unset = AmountRules.unsetCap(terms);
    if (unset.isPresent()) {
      return Cited.of(unset.get());
    }
    Cited cap = Cited.of(terms.capFen);
    OptionalLong computed = AmountRules.cap(facts, terms);
    return computed.isPresent() ? cap.value(computed.getAsLong()) : cap;
  }

  private static CounterGuarantee collateral(Terms terms) {
    return new CounterGuarantee(
        terms.collateralWaiver.value().map(PossibleLoan::waivedOrNot).orElse(Outcome.UNSET),
        Optional.empty(),
        Cited.of(terms.collateralWaiver));
  }

  private static CounterGuarantee counterGuarantee(Facts facts, Terms terms) {
    Cited cited = Cited.of(terms.counterGuaranteeWaiver);
    Optional<Set<WaiverGround>> grounds = terms.counterGuaranteeWaiver.value();
    if (grounds.isEmpty()) {
      return new CounterGuarantee(Outcome.UNSET, Optional.empty(), cited);
    }
    if (!grounds.get().contains(WaiverGround.QUALITY_PROJECT)) {
      return new CounterGuarantee(Outcome.REQUIRED, Optional.empty(), cited);
    }
    return new CounterGuarantee(
        facts.qualityProject().map(PossibleLoan::waivedOrNot).orElse(Outcome.UNKNOWN),
        Optional.of(WaiverGround.QUALITY_PROJECT.name()),
        cited);
  }

  private static Outcome waivedOrNot(boolean waived) {
    return waived ? Outcome.WAIVED : Outcome.REQUIRED;
  }
}
