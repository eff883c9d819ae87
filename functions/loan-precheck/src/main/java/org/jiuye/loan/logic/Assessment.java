package org.jiuye.loan.logic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts under a list of rules.
 *
 * @param <F> the facts
 * @param <T> the terms by which the rules judge them
 * @param findings what each rule found, in the order of the rules
 */
public record Assessment<F, T>(F facts, T terms, Map<Rule<F, T>, Finding<F>> findings) {
  public Assessment {
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /** Runs rules on facts. */
  public static <F, T> Assessment<F, T> of(List<Rule<F, T>> rules, F facts, T terms) {
    Map<Rule<F, T>, Finding<F>> findings = new LinkedHashMap<>();
    for (Rule<F, T> rule : rules) {
      findings.put(rule, rule.judgement().judge(facts, terms));
    }
    return new Assessment<>(facts, terms, findings);
  }

  /** The same rules and terms on other facts. */
  public Assessment<F, T> of(F others) {
    return of(List.copyOf(findings.keySet()), others, terms);
  }

  /** The rules together: a failed rule decides, whatever is unknown beside it. */
  public State state() {
    State all = State.MET;
    for (Finding<F> finding : findings.values()) {
      if (finding.applies()) {
        all = all.and(finding.state());
      }
    }
    return all;
  }

  /** The state of one of the rules. */
  public State state(Rule<F, T> rule) {
    Finding<F> finding = findings.get(rule);
    if (finding == null) {
      throw new IllegalArgumentException(rule.code() + " is not one of the rules");
    }
    return finding.state();
  }
}
