package org.jiuye.loan.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.loan.rules.model.Rule;
import org.jiuye.loan.rules.model.Rules;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.policy.PolicyVersion;

/** How policies are answered: rule by rule, in words with the numbers in force. */
public final class PolicyViews {
  private final LoanCatalog catalog;
  private final LoanTexts texts;

  public PolicyViews(LoanCatalog catalog, LoanTexts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  /**
   * Which version it is.
   *
   * @param undated why nobody knows since when it holds
   */
  public record VersionView(
      String policyId,
      int version,
      Optional<LocalDate> effectiveFrom,
      Optional<LocalDate> effectiveTo,
      Optional<String> undated) {
    public static VersionView of(PolicyVersion policy, Language language) {
      return new VersionView(
          policy.policyId(),
          policy.version(),
          policy.effectiveFrom(),
          policy.effectiveTo(),
          policy.undated().map(reason -> reason.getOrDefault(language.tag(), "")));
    }
  }

  public record RuleView(String rule, String title, String text, List<TermViews.TermView> terms) {}

  public record PolicyView(
      String policyId,
      Product product,
      String name,
      int version,
      Optional<LocalDate> effectiveFrom,
      Optional<LocalDate> effectiveTo,
      Optional<String> undated,
      List<RuleView> rules,
      List<TermViews.TermView> terms,
      String source,
      List<VersionView> versions) {}

  public PolicyView of(Terms terms, Language language) {
    TermViews views = new TermViews(texts, catalog.documents(), language);
    VersionView version = VersionView.of(terms.policy(), language);
    return new PolicyView(
        version.policyId(),
        terms.product(),
        texts.text("code." + terms.product(), language),
        version.version(),
        version.effectiveFrom(),
        version.effectiveTo(),
        version.undated(),
        Rules.of(terms.product()).stream().map(rule -> rule(rule, terms, views, language)).toList(),
        terms.settings().stream().map(Cited::of).map(views::of).toList(),
        terms.policy().source(),
        catalog.rules().versions(terms.product()).stream()
            .map(other -> VersionView.of(other.policy(), language))
            .toList());
  }

  private RuleView rule(Rule rule, Terms terms, TermViews views, Language language) {
    List<Cited> cited =
        rule.parameters().stream().map(name -> Cited.of(terms.setting(name))).toList();
    return new RuleView(
        rule.code(),
        texts.text("rule." + rule.code() + ".title", language),
        text(rule.code(), terms.product(), cited, views, texts, language),
        cited.stream().map(views::of).toList());
  }

  /** A rule in words, with the numbers of a version. */
  public static String text(
      String rule,
      Product product,
      List<Cited> terms,
      TermViews views,
      LoanTexts texts,
      Language language) {
    Map<String, Cited> byName =
        terms.stream().collect(Collectors.toMap(Cited::parameter, Function.identity()));
    String key =
        rule.equals("AMOUNT") && product == Product.PARTNERSHIP ? "PARTNERSHIP_AMOUNT" : rule;
    return texts.text(
        "rule." + key + ".text",
        language,
        name ->
            Optional.ofNullable(byName.get(name))
                .map(views::gap)
                .orElseGet(() -> texts.text("unset", language)));
  }
}
