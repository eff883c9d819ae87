package org.jiuye.loan.precheck.model;

import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.LoanRules;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.loan.terms.model.WaiverGround;
import org.jiuye.shared.policy.Setting;

/** What a loan would be like. */
public final class LoanTerms {
  private LoanTerms() {}

  public static Precheck.Loan of(Facts facts, Terms terms) {
    return new Precheck.Loan(
        cap(facts, terms),
        Cited.of(terms.mostTermMonths),
        Cited.of(terms.interestSubsidy),
        counterGuarantee(facts, terms));
  }

  private static Cited cap(Facts facts, Terms terms) {
    Optional<Setting<?>> unset = LoanRules.unsetCap(terms);
    if (unset.isPresent()) {
      return Cited.of(unset.get());
    }
    Cited cap = Cited.of(terms.capFen);
    var computed = LoanRules.cap(facts, terms);
    return computed.isPresent() ? cap.value(computed.getAsLong()) : cap;
  }

  private static Precheck.CounterGuarantee counterGuarantee(Facts facts, Terms terms) {
    if (facts.product() == Product.POVERTY_MICRO) {
      return new Precheck.CounterGuarantee(
          terms
              .collateralWaiver
              .value()
              .map(LoanTerms::waivedOrNot)
              .orElse(Precheck.CounterGuarantee.Outcome.UNSET),
          Optional.empty(),
          Cited.of(terms.collateralWaiver));
    }
    Cited cited = Cited.of(terms.counterGuaranteeWaiver);
    Optional<Set<WaiverGround>> grounds = terms.counterGuaranteeWaiver.value();
    if (grounds.isEmpty()) {
      return new Precheck.CounterGuarantee(
          Precheck.CounterGuarantee.Outcome.UNSET, Optional.empty(), cited);
    }
    if (!grounds.get().contains(WaiverGround.QUALITY_PROJECT)) {
      return new Precheck.CounterGuarantee(
          Precheck.CounterGuarantee.Outcome.REQUIRED, Optional.empty(), cited);
    }
    return new Precheck.CounterGuarantee(
        facts
            .qualityProject()
            .map(LoanTerms::waivedOrNot)
            .orElse(Precheck.CounterGuarantee.Outcome.UNKNOWN),
        Optional.of(WaiverGround.QUALITY_PROJECT.name()),
        cited);
  }

  private static Precheck.CounterGuarantee.Outcome waivedOrNot(boolean waived) {
    return waived
        ? Precheck.CounterGuarantee.Outcome.WAIVED
        : Precheck.CounterGuarantee.Outcome.REQUIRED;
  }
}
