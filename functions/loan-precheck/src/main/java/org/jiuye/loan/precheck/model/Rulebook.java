package org.jiuye.loan.precheck.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Judged;
import org.jiuye.loan.rules.model.Mending;
import org.jiuye.loan.rules.model.Questions;
import org.jiuye.loan.rules.model.Rule;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.PolicyHistory;
import org.jiuye.shared.policy.PolicyVersion;

/** All versions of all products' policies, and what they make of facts. */
public final class Rulebook {
  private final Map<Product, PolicyHistory> histories = new EnumMap<>(Product.class);
  private final Map<String, Terms> terms;

  /** The rules that the versions give. */
  public Rulebook(List<PolicyVersion> versions) {
    versions.stream()
        .collect(Collectors.groupingBy(version -> Product.valueOf(version.subject())))
        .forEach((product, own) -> histories.put(product, new PolicyHistory(own)));
    terms = versions.stream().collect(Collectors.toMap(PolicyVersion::policyId, Terms::new));
  }

  /** The terms in force on a day; empty before the first version. */
  public Optional<Terms> on(Product product, LocalDate day) {
    return Optional.ofNullable(histories.get(product))
        .flatMap(history -> history.on(day))
        .map(this::termsOf);
  }

  /** All versions of a product's terms, oldest first, those without a first day last. */
  public List<Terms> versions(Product product) {
    return Optional.ofNullable(histories.get(product)).stream()
        .flatMap(history -> history.versions().stream())
        .map(this::termsOf)
        .toList();
  }

  /** A version by its id. */
  public Optional<Terms> version(String policyId) {
    return Optional.ofNullable(terms.get(policyId));
  }

  /** What facts come to on the day of applying; empty where no policy is known of that day. */
  public Optional<Precheck> check(Facts facts) {
    return on(facts.product(), facts.asOf())
        .map(inForce -> check(facts, inForce, changed -> on(changed.product(), changed.asOf())));
  }

  /** What facts come to under a version, whether it is in force or not. */
  public Precheck check(Facts facts, Terms version) {
    return check(facts, version, _ -> Optional.of(version));
  }

  private Precheck check(
      Facts facts, Terms version, Function<Facts, Optional<Terms>> termsForChanged) {
    Judged judged = Judged.of(facts, version);
    Verdict verdict = judged.verdict();
    return new Precheck(
        facts.product(),
        facts.asOf(),
        version.policy().policyId(),
        version.policy().version(),
        verdict,
        criteria(judged),
        verdict == Verdict.NEEDS_INFORMATION ? Questions.worthAsking(judged) : List.of(),
        verdict == Verdict.NOT_ELIGIBLE
            ? Optional.of(new Mending(termsForChanged).of(judged))
            : Optional.empty(),
        LoanTerms.of(facts, version),
        unset(judged));
  }

  private static List<Criterion> criteria(Judged judged) {
    return judged.findings().entrySet().stream()
        .filter(entry -> entry.getValue().applies())
        .map(
            entry ->
                new Criterion(
                    entry.getKey().code(),
                    entry.getValue().state(),
                    entry.getValue().used(),
                    cited(entry.getKey(), judged.terms()),
                    entry.getValue().unset().map(setting -> setting.parameter())))
        .toList();
  }

  private static List<Cited> cited(Rule rule, Terms terms) {
    return rule.parameters().stream().map(terms::setting).map(Cited::of).toList();
  }

  private static List<Cited> unset(Judged judged) {
    return judged.findings().values().stream()
        .filter(finding -> !finding.applies())
        .flatMap(finding -> finding.unset().map(setting -> Cited.of(setting)).stream())
        .toList();
  }

  private Terms termsOf(PolicyVersion version) {
    return version(version.policyId()).orElseThrow();
  }
}
