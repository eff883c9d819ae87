package org.jiuye.loan.rules.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.loan.logic.Change;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Tally;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Ratio;
import org.jiuye.shared.policy.Setting;

/**
 * Whether an enterprise has hired enough people of the eligible groups. {@link ContractRules} judge
 * their contracts: the two are separate rules, because what meets one does not meet the other.
 */
final class HireRules {
  /** No enterprise here hires more people at once. */
  private static final int MOST_HIRES = 100_000;

  private HireRules() {}

  static Finding<Facts> ratio(Facts facts, Terms terms) {
    for (Setting<?> setting : List.of(terms.hireWindow, terms.eligibleGroups)) {
      if (setting.isUnset()) {
        return Finding.unset(setting);
      }
    }
    return switch (HireNeed.of(facts, terms)) {
      case HireNeed.Unset unset -> Finding.unset(unset.parameter());
      case HireNeed.Untold _ ->
          Finding.unknown(Map.of(), new HireQuestions(facts, terms).forRatio());
      case HireNeed.Known need -> ratio(facts, terms, need);
    };
  }

  private static Finding<Facts> ratio(Facts facts, Terms terms, HireNeed.Known need) {
    Tally eligible = eligible(facts, terms);
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("staff", need.staff());
    used.put("eligibleHires", eligible.least());
    used.put("needed", need.hires());
    if (eligible.least() >= need.hires()) {
      return Finding.met(used);
    }
    if (eligible.most() >= need.hires()) {
      return Finding.unknown(used, new HireQuestions(facts, terms).forRatio(need.hires()));
    }
    return Finding.notMet(used, hireMore(terms, need.staff(), eligible.least()));
  }

  /** The hires of the window. */
  static List<Hire> inWindow(Facts facts, Terms terms) {
    return facts.enterprise().hires().orElse(List.of()).stream()
        .filter(hire -> isInWindow(hire, facts, terms))
        .toList();
  }

  static boolean isInWindow(Hire hire, Facts facts, Terms terms) {
    return terms.hireWindow.get().holds(hire.hiredOn(), facts.asOf());
  }

  private static Tally eligible(Facts facts, Terms terms) {
    if (facts.enterprise().hires().isEmpty()) {
      return new Tally(0, facts.enterprise().staff().orElse(0));
    }
    Tally eligible = Tally.ZERO;
    for (Hire hire : inWindow(facts, terms)) {
      eligible = eligible.plus(hire.count(), hire.isOf(terms.eligibleGroups.get()));
    }
    return eligible;
  }

  /**
   * The fewest further hires that are enough. Each of them is staff too, and so raises the number
   * that is needed.
   */
  private static List<Change<Facts>> hireMore(Terms terms, int staff, long eligible) {
    for (int more = 1; more <= MOST_HIRES; more++) {
      Setting<Ratio> ratio = HireNeed.ratioFor(staff + more, terms);
      if (ratio.isUnset()) {
        return List.of();
      }
      if (eligible + more >= ratio.get().leastOf(staff + more)) {
        return List.of(
            new LoanChange.HireMore(
                more, ContractRules.leastMonths(terms), HireQuestions.anyGroup(terms)));
      }
    }
    return List.of();
  }
}
