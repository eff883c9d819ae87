package org.jiuye.loan.model;

import static org.assertj.core.api.Assertions.assertThat;

/** What the decision tables ask. */
final class Table {
  private Table() {}

  /** How a rule stands under the version in force on the day of applying. */
  static State state(Rule rule, Facts facts) {
    return state(Julu.RULES, rule, facts);
  }

  static State state(Rulebook rules, Rule rule, Facts facts) {
    return Judged.of(facts, rules.on(facts.product(), facts.asOf()).orElseThrow()).state(rule);
  }

  static Verdict verdict(Facts facts) {
    return check(facts).verdict();
  }

  static Precheck check(Facts facts) {
    return Julu.RULES.check(facts).orElseThrow();
  }

  static Precheck.ToDo onlyChange(Precheck precheck) {
    assertThat(precheck.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(precheck.changes().orElseThrow().smallest()).hasSize(1);
    return precheck.changes().orElseThrow().smallest().getFirst();
  }
}
