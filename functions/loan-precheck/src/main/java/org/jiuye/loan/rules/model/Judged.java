package org.jiuye.loan.rules.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Terms;

/** Facts under the rules of a version: every rule's finding, and what they come to together. */
public record Judged(Facts facts, Terms terms, Map<Rule, Finding> findings) {
  public static Judged of(Facts facts, Terms terms) {
    Map<Rule, Finding> findings = new LinkedHashMap<>();
    for (Rule rule : Rules.of(facts.product())) {
      findings.put(rule, rule.judgement().judge(facts, terms));
    }
    return new Judged(facts, terms, findings);
  }

  /** Every criterion must be met; one that is not decides, whatever is unknown beside it. */
  public Verdict verdict() {
    State all = State.MET;
    for (Finding finding : findings.values()) {
      if (finding.applies()) {
        all = all.and(finding.state());
      }
    }
    return switch (all) {
      case MET -> Verdict.ELIGIBLE;
      case NOT_MET -> Verdict.NOT_ELIGIBLE;
      case UNKNOWN -> Verdict.NEEDS_INFORMATION;
    };
  }

  /** How a rule is met. */
  public State state(Rule rule) {
    Finding finding = findings.get(rule);
    if (finding == null) {
      throw new IllegalArgumentException(rule.code() + " is no rule of " + facts.product());
    }
    return finding.state();
  }
}
