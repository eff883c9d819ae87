package org.jiuye.loan.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jiuye.loan.logic.Rule;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Rules;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.text.Language;

/** Writes policies as they are answered: rule by rule, in words with the numbers in force. */
final class PolicyViews {
  private final LoanCatalog catalog;
  private final LoanTexts texts;

  PolicyViews(LoanCatalog catalog, LoanTexts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  record RuleView(String rule, String title, String text, List<TermView> terms) {}

  /** One version of a product's policy. */
  record PolicyView(
      @JsonUnwrapped VersionView which,
      Product product,
      String name,
      List<RuleView> rules,
      List<TermView> terms,
      String source,
      List<VersionView> versions) {}

  PolicyView of(Terms terms, Language language) {
    Wording wording = new Wording(texts, catalog.documents(), language);
    return new PolicyView(
        VersionView.of(terms.policy(), language),
        terms.product(),
        texts.text("code." + terms.product(), language),
        Rules.of(terms.product()).stream().map(rule -> rule(rule, terms, wording)).toList(),
        wording.terms(terms.cited()),
        terms.policy().source(),
        catalog.policies().versions(terms.product()).stream()
            .map(other -> VersionView.of(other.policy(), language))
            .toList());
  }

  private static RuleView rule(Rule<Facts, Terms> rule, Terms terms, Wording wording) {
    return new RuleView(
        rule.code(),
        wording.title(rule.code()),
        wording.text(rule.code(), terms.product(), terms.cited(rule.parameters())),
        wording.terms(terms.cited(rule.parameters())));
  }
}
