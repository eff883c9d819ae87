package org.jiuye.loan.precheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Judged;
import org.jiuye.loan.rules.model.Rule;
import org.jiuye.loan.rules.model.State;

/** What the decision tables ask. */
public final class Table {
  private Table() {}

  /** How a rule stands under the version in force on the day of applying. */
  public static State state(Rule rule, Facts facts) {
    return state(Julu.RULES, rule, facts);
  }

  public static State state(Rulebook rules, Rule rule, Facts facts) {
    return Judged.of(facts, rules.on(facts.product(), facts.asOf()).orElseThrow()).state(rule);
  }

  public static Verdict verdict(Facts facts) {
    return check(facts).verdict();
  }

  public static Precheck check(Facts facts) {
    return Julu.RULES.check(facts).orElseThrow();
  }

  public static Precheck.ToDo onlyChange(Precheck precheck) {
    assertThat(precheck.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(precheck.changes().orElseThrow().smallest()).hasSize(1);
    return precheck.changes().orElseThrow().smallest().getFirst();
  }
}
