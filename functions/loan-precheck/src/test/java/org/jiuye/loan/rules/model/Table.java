package org.jiuye.loan.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiuye.loan.logic.Assessment;
import org.jiuye.loan.logic.Rule;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Rulebook;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Julu;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Terms;

/** What the decision tables look up. */
public final class Table {
  private Table() {}

  /** The state of a rule under the version in force on the day of applying. */
  static State state(Rule<Facts, Terms> rule, Facts facts) {
    return state(Julu.POLICIES, rule, facts);
  }

  static State state(Policies policies, Rule<Facts, Terms> rule, Facts facts) {
    Terms terms = policies.on(facts.product(), facts.asOf()).orElseThrow();
    return Assessment.of(Rules.of(facts.product()), facts, terms).state(rule);
  }

  public static Verdict verdict(Facts facts) {
    return check(facts).verdict();
  }

  public static Precheck check(Facts facts) {
    return new Rulebook(Julu.POLICIES).check(facts).orElseThrow();
  }

  public static Precheck.ToDo onlyChange(Precheck precheck) {
    assertThat(precheck.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(precheck.changes().orElseThrow().smallest()).hasSize(1);
    return precheck.changes().orElseThrow().smallest().getFirst();
  }
}
