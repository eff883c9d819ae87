package org.jiuye.loan.rules.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.logic.Tally;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Setting;

/** Whether the new hires that an enterprise needs have long contracts. */
final class ContractRules {
  /** A year: what policies ask for where this one does not say. */
  private static final int USUAL_MONTHS = 12;

  private ContractRules() {}

  /**
   * As many eligible hires as the ratio needs have long contracts, or all of them where there are
   * fewer. Hires beyond that number may have any contract.
   */
  static Finding<Facts> contracts(Facts facts, Terms terms) {
    for (Setting<?> setting :
        List.of(terms.hireWindow, terms.eligibleGroups, terms.leastContractMonths)) {
      if (setting.isUnset()) {
        return Finding.unset(setting);
      }
    }
    HireNeed need = HireNeed.of(facts, terms);
    if (need instanceof HireNeed.Unset unset) {
      return Finding.unset(unset.parameter());
    }
    if (facts.enterprise().hires().isEmpty()) {
      return Finding.unknown(Map.of(), new HireQuestions(facts, terms).forRatio());
    }
    Optional<Long> needed =
        need instanceof HireNeed.Known known ? Optional.of(known.hires()) : Optional.empty();
    return contracts(facts, terms, needed);
  }

  private static Finding<Facts> contracts(Facts facts, Terms terms, Optional<Long> needed) {
    Tally contracted = Tally.ZERO;
    Tally without = Tally.ZERO;
    for (Hire hire : HireRules.inWindow(facts, terms)) {
      State isEligible = hire.isOf(terms.eligibleGroups.get());
      State isLong = isLong(hire, terms);
      contracted = contracted.plus(hire.count(), isEligible.and(isLong));
      without = without.plus(hire.count(), isEligible.and(isLong.not()));
    }
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("contracted", contracted.least());
    used.put("withoutLongContract", without.least());
    needed.ifPresent(hires -> used.put("needed", hires));
    boolean enough = needed.isPresent() && contracted.least() >= needed.get();
    if (without.most() == 0 || enough) {
      return Finding.met(used);
    }
    boolean neverEnough = needed.isPresent() && contracted.most() < needed.get();
    if (without.least() > 0 && neverEnough) {
      long missing = Math.min(needed.get() - contracted.least(), without.least());
      return Finding.notMet(
          used,
          List.of(
              new LoanChange.ExtendContracts(
                  missing,
                  terms.leastContractMonths.get(),
                  terms.hireWindow.get(),
                  terms.eligibleGroups.get())));
    }
    return Finding.unknown(used, new HireQuestions(facts, terms).forContracts());
  }

  /** Whether a hire's contract is as long as it must be. */
  static State isLong(Hire hire, Terms terms) {
    return hire.contractMonths()
        .map(months -> State.of(months >= terms.leastContractMonths.get()))
        .orElse(State.UNKNOWN);
  }

  /** The months to propose for a new contract. */
  static int leastMonths(Terms terms) {
    return terms.leastContractMonths.value().orElse(USUAL_MONTHS);
  }
}
