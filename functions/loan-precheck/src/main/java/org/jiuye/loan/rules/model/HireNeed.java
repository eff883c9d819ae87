package org.jiuye.loan.rules.model;

import java.util.Optional;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Ratio;
import org.jiuye.shared.policy.Setting;

/**
 * How many eligible hires an enterprise of that staff needs, or why the number is not known.
 *
 * <p>The denominator is the present staff, new hires included. Another ratio applies above (超过) 100
 * staff: it does not apply to exactly 100, but to 101 (Civil Code, article 1259). A fraction of a
 * person is rounded up: see {@link Ratio#leastOf}.
 */
sealed interface HireNeed {
  /** The least number of eligible hires. */
  record Known(int staff, long hires) implements HireNeed {}

  /** The staff was not told. */
  record Untold() implements HireNeed {}

  /** Nobody could find the ratio. */
  record Unset(Setting<?> parameter) implements HireNeed {}

  static HireNeed of(Facts facts, Terms terms) {
    Optional<Integer> told = facts.enterprise().staff();
    if (told.isEmpty()) {
      return terms.hireRatio.isUnset() && terms.largeHireRatio.isUnset()
          ? new Unset(terms.hireRatio)
          : new Untold();
    }
    int staff = told.get();
    if (terms.largeStaffAbove.isUnset()) {
      return new Unset(terms.largeStaffAbove);
    }
    Setting<Ratio> ratio = ratioFor(staff, terms);
    return ratio.isUnset() ? new Unset(ratio) : new Known(staff, ratio.get().leastOf(staff));
  }

  /** The ratio that applies to a number of staff. */
  static Setting<Ratio> ratioFor(long staff, Terms terms) {
    return staff > terms.largeStaffAbove.get() ? terms.largeHireRatio : terms.hireRatio;
  }
}
