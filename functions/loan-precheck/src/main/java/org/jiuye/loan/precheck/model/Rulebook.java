package org.jiuye.loan.precheck.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiuye.loan.logic.Assessment;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Questions;
import org.jiuye.loan.logic.RemedySearch;
import org.jiuye.loan.logic.Rule;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Rules;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Terms;

/** Pre-checks facts by the rules and the terms of a day. */
public final class Rulebook {
  private final Policies policies;

  public Rulebook(Policies policies) {
    this.policies = policies;
  }

  /** Pre-checks facts on their day of applying; empty where no policy is known of that day. */
  public Optional<Precheck> check(Facts facts) {
    return termsFor(facts).map(inForce -> check(facts, inForce, this::termsFor));
  }

  /** Pre-checks facts under a version, in force or not. */
  public Precheck check(Facts facts, Terms version) {
    return check(facts, version, _ -> Optional.of(version));
  }

  /** Runs the rules of a product on facts. */
  static Assessment<Facts, Terms> assess(Facts facts, Terms terms) {
    return Assessment.of(Rules.of(facts.product()), facts, terms);
  }

  private Optional<Terms> termsFor(Facts facts) {
    return policies.on(facts.product(), facts.asOf());
  }

  /**
   * Pre-checks facts.
   *
   * @param termsForChanged the terms for facts on which a change is tried, which may be of another
   *     day
   */
  private static Precheck check(
      Facts facts, Terms version, Function<Facts, Optional<Terms>> termsForChanged) {
    Assessment<Facts, Terms> assessment = assess(facts, version);
    Verdict verdict = Verdict.of(assessment.state());
    RemedySearch<Facts, Terms> search =
        new RemedySearch<>(
            changed -> termsForChanged.apply(changed).map(terms -> assess(changed, terms)));
    return PrecheckBuilder.builder()
        .product(facts.product())
        .asOf(facts.asOf())
        .policyId(version.policy().policyId())
        .policyVersion(version.policy().version())
        .verdict(verdict)
        .criteria(criteria(assessment))
        .questions(
            verdict == Verdict.NEEDS_INFORMATION ? Questions.worthAsking(assessment) : List.of())
        .changes(
            verdict == Verdict.NOT_ELIGIBLE
                ? Optional.of(Precheck.Changes.of(search.of(assessment)))
                : Optional.empty())
        .loan(PossibleLoan.of(facts, version))
        .unset(unset(assessment))
        .build();
  }

  private static List<Criterion> criteria(Assessment<Facts, Terms> assessment) {
    return assessment.findings().entrySet().stream()
        .filter(entry -> entry.getValue().applies())
        .map(entry -> criterion(entry.getKey(), entry.getValue(), assessment.terms()))
        .toList();
  }

  private static Criterion criterion(Rule<Facts, Terms> rule, Finding<Facts> finding, Terms terms) {
    return new Criterion(
        rule.code(),
        finding.state(),
        finding.used(),
        terms.cited(rule.parameters()),
        finding.unset().map(setting -> setting.parameter()));
  }

  private static List<Cited> unset(Assessment<Facts, Terms> assessment) {
    return assessment.findings().values().stream()
        .filter(finding -> !finding.applies())
        .flatMap(finding -> finding.unset().stream())
        .map(setting -> Cited.of(setting))
        .toList();
  }
}
