package org.jiuye.loan.precheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiuye.loan.precheck.model.Criterion;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.rules.LoanTexts;
import org.jiuye.loan.rules.PolicyViews;
import org.jiuye.loan.rules.TermViews;
import org.jiuye.loan.rules.model.State;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.JsonNode;

/** How pre-checks are answered. */
public final class PrecheckViews {
  private static final String KIND = "PRE_CHECK";

  private final LoanCatalog catalog;
  private final LoanTexts texts;

  public PrecheckViews(LoanCatalog catalog, LoanTexts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  public record CriterionView(
      String rule,
      String title,
      State state,
      String text,
      Map<String, Object> facts,
      List<TermViews.TermView> terms,
      Optional<String> unset) {}

  public record QuestionView(String pointer, String text, List<String> rules) {}

  public record ToDoView(String change, String text, Map<String, Object> details) {}

  public record BeyondView(String rule, String title) {}

  public record ChangesView(boolean possible, List<ToDoView> smallest, List<BeyondView> beyond) {}

  public record CounterGuaranteeView(
      Precheck.CounterGuarantee.Outcome outcome, String text, TermViews.TermView term) {}

  public record LoanView(
      TermViews.TermView cap,
      TermViews.TermView term,
      TermViews.TermView interestSubsidy,
      CounterGuaranteeView counterGuarantee,
      String fees) {}

  public record PaperView(String paperId, String name, Optional<Boolean> sample) {}

  public record BankView(String bankId, String name, Optional<Boolean> sample) {}

  /**
   * A pre-check.
   *
   * @param notice that it is no approval
   * @param undatedVersions versions of which nobody knows since when they hold
   */
  public record PrecheckView(
      String kind,
      String notice,
      Product product,
      LocalDate asOf,
      PolicyViews.VersionView policy,
      Verdict verdict,
      String text,
      List<CriterionView> criteria,
      List<QuestionView> questions,
      Optional<ChangesView> changes,
      LoanView loan,
      List<TermViews.TermView> unset,
      List<PaperView> papers,
      List<BankView> banks,
      List<PolicyViews.VersionView> undatedVersions) {}

  /** A pre-check in every language, by its tag. */
  public Map<String, JsonNode> inAllLanguages(Precheck precheck) {
    Map<String, JsonNode> answers = new TreeMap<>();
    for (Language language : Language.values()) {
      answers.put(language.tag(), Json.MAPPER.valueToTree(of(precheck, language)));
    }
    return answers;
  }

  /** A pre-check in a language. */
  public PrecheckView of(Precheck precheck, Language language) {
    TermViews terms = new TermViews(texts, catalog.documents(), language);
    return new PrecheckView(
        KIND,
        texts.text("notice", language),
        precheck.product(),
        precheck.asOf(),
        version(precheck, language),
        precheck.verdict(),
        texts.text("verdict." + precheck.verdict(), language),
        precheck.criteria().stream()
            .map(criterion -> criterion(criterion, precheck.product(), terms, language))
            .toList(),
        precheck.questions().stream().map(question -> question(question, language)).toList(),
        precheck.changes().map(changes -> changes(changes, language)),
        loan(precheck.loan(), terms, language),
        precheck.unset().stream().map(terms::of).toList(),
        papers(precheck.product(), language),
        banks(precheck.product(), language),
        undated(precheck.product(), language));
  }

  private PolicyViews.VersionView version(Precheck precheck, Language language) {
    return catalog
        .rules()
        .version(precheck.policyId())
        .map(known -> PolicyViews.VersionView.of(known.policy(), language))
        .orElseGet(
            () ->
                new PolicyViews.VersionView(
                    precheck.policyId(),
                    precheck.policyVersion(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private CriterionView criterion(
      Criterion criterion, Product product, TermViews terms, Language language) {
    return new CriterionView(
        criterion.rule(),
        texts.text("rule." + criterion.rule() + ".title", language),
        criterion.state(),
        PolicyViews.text(criterion.rule(), product, criterion.terms(), terms, texts, language),
        criterion.facts(),
        criterion.terms().stream().map(terms::of).toList(),
        criterion.unset());
  }

  private QuestionView question(Precheck.Asked question, Language language) {
    String field = question.pointer().substring(question.pointer().lastIndexOf('/') + 1);
    return new QuestionView(
        question.pointer(),
        whose(question.pointer(), language) + texts.text("question." + field, language),
        question.rules());
  }

  private ChangesView changes(Precheck.Changes changes, Language language) {
    return new ChangesView(
        changes.possible(),
        changes.smallest().stream().map(change -> toDo(change, language)).toList(),
        changes.beyond().stream()
            .map(rule -> new BeyondView(rule, texts.text("rule." + rule + ".title", language)))
            .toList());
  }

  private ToDoView toDo(Precheck.ToDo change, Language language) {
    Map<String, Object> details = change.details();
    String whose =
        details.get("whose") instanceof String pointer ? whose(pointer + "/", language) : "";
    boolean spouses = details.get("spouse") instanceof Boolean spouse && spouse;
    return new ToDoView(
        change.change(),
        whose
            + texts.text(
                "change." + change.change() + (spouses ? ".spouse" : ""),
                language,
                name -> Optional.ofNullable(details.get(name)).orElse("")),
        details);
  }

  private LoanView loan(Precheck.Loan loan, TermViews terms, Language language) {
    Precheck.CounterGuarantee guarantee = loan.counterGuarantee();
    return new LoanView(
        terms.of(loan.cap()),
        terms.of(loan.term()),
        terms.of(loan.interestSubsidy()),
        new CounterGuaranteeView(
            guarantee.outcome(),
            texts.text(
                "guarantee."
                    + guarantee.outcome()
                    + guarantee.ground().map(ground -> "." + ground).orElse(""),
                language),
            terms.of(guarantee.term())),
        texts.text("fees", language));
  }

  private List<PaperView> papers(Product product, Language language) {
    return catalog.papers(product).stream()
        .map(
            paper ->
                new PaperView(
                    paper.paperId(), paper.name().getOrDefault(language.tag(), ""), paper.sample()))
        .toList();
  }

  private List<BankView> banks(Product product, Language language) {
    return catalog.banks(product).stream()
        .map(
            bank ->
                new BankView(
                    bank.bankId(),
                    bank.name().getOrDefault(language.tag(), ""),
                    bank.offers().stream()
                        .filter(offer -> offer.product() == product)
                        .findAny()
                        .flatMap(LoanCatalog.Offer::sample)))
        .toList();
  }

  private List<PolicyViews.VersionView> undated(Product product, Language language) {
    return catalog.rules().versions(product).stream()
        .map(Terms::policy)
        .filter(policy -> policy.undated().isPresent())
        .map(policy -> PolicyViews.VersionView.of(policy, language))
        .toList();
  }

  /** Of whom a pointer speaks, where that is a partner. */
  private String whose(String pointer, Language language) {
    if (!pointer.startsWith("/partners/")) {
      return "";
    }
    int number = Integer.parseInt(pointer.split("/", -1)[2]) + 1;
    return texts.text("partner", language, _ -> number);
  }
}
