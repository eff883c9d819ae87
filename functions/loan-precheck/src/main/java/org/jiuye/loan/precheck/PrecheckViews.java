package org.jiuye.loan.precheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiuye.loan.logic.OpenQuestion;
import org.jiuye.loan.precheck.PrecheckView.BankView;
import org.jiuye.loan.precheck.PrecheckView.BeyondView;
import org.jiuye.loan.precheck.PrecheckView.ChangesView;
import org.jiuye.loan.precheck.PrecheckView.CounterGuaranteeView;
import org.jiuye.loan.precheck.PrecheckView.CriterionView;
import org.jiuye.loan.precheck.PrecheckView.LoanView;
import org.jiuye.loan.precheck.PrecheckView.PaperView;
import org.jiuye.loan.precheck.PrecheckView.QuestionView;
import org.jiuye.loan.precheck.PrecheckView.ToDoView;
import org.jiuye.loan.precheck.model.Criterion;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.rules.LoanTexts;
import org.jiuye.loan.rules.VersionView;
import org.jiuye.loan.rules.Wording;
import org.jiuye.loan.terms.Bank;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.text.Language;
import tools.jackson.databind.JsonNode;

/** Writes pre-checks as they are answered, in the words of a language. */
public final class PrecheckViews {
  private static final String KIND = "PRE_CHECK";

  private final LoanCatalog catalog;
  private final LoanTexts texts;

  public PrecheckViews(LoanCatalog catalog, LoanTexts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  /** A pre-check in every language, by the language's tag. */
  public Map<String, JsonNode> inAllLanguages(Precheck precheck) {
    Map<String, JsonNode> answers = new TreeMap<>();
    for (Language language : Language.values()) {
      answers.put(language.tag(), Json.MAPPER.valueToTree(of(precheck, language)));
    }
    return answers;
  }

  PrecheckView of(Precheck precheck, Language language) {
    Wording wording = new Wording(texts, catalog.documents(), language);
    Product product = precheck.product();
    return PrecheckViewBuilder.builder()
        .kind(KIND)
        .notice(texts.text("notice", language))
        .product(product)
        .asOf(precheck.asOf())
        .policy(version(precheck, language))
        .verdict(precheck.verdict())
        .text(texts.text("verdict." + precheck.verdict(), language))
        .criteria(
            precheck.criteria().stream()
                .map(criterion -> criterion(criterion, product, wording))
                .toList())
        .questions(
            precheck.questions().stream().map(question -> question(question, language)).toList())
        .changes(precheck.changes().map(changes -> changes(changes, wording, language)))
        .loan(loan(precheck.loan(), wording, language))
        .unset(wording.terms(precheck.unset()))
        .papers(papers(product, language))
        .banks(banks(product, language))
        .undatedVersions(undated(product, language))
        .build();
  }

  private VersionView version(Precheck precheck, Language language) {
    return catalog
        .policies()
        .version(precheck.policyId())
        .map(known -> VersionView.of(known.policy(), language))
        .orElseGet(
            () ->
                new VersionView(
                    precheck.policyId(),
                    precheck.policyVersion(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static CriterionView criterion(Criterion criterion, Product product, Wording wording) {
    return new CriterionView(
        criterion.rule(),
        wording.title(criterion.rule()),
        criterion.state(),
        wording.text(criterion.rule(), product, criterion.terms()),
        criterion.facts(),
        wording.terms(criterion.terms()),
        criterion.unset());
  }

  private QuestionView question(OpenQuestion question, Language language) {
    String pointer = question.pointer();
    String field = pointer.substring(pointer.lastIndexOf('/') + 1);
    return new QuestionView(
        pointer,
        whose(pointer, language) + texts.text("question." + field, language),
        question.rules());
  }

  private ChangesView changes(Precheck.Changes changes, Wording wording, Language language) {
    return new ChangesView(
        changes.possible(),
        changes.smallest().stream().map(change -> toDo(change, language)).toList(),
        changes.beyond().stream().map(rule -> new BeyondView(rule, wording.title(rule))).toList());
  }

  private ToDoView toDo(Precheck.ToDo change, Language language) {
    Map<String, Object> details = change.details();
    String whose =
        details.get("whose") instanceof String pointer ? whose(pointer + "/", language) : "";
    boolean spouses = details.get("spouse") instanceof Boolean spouse && spouse;
    String key = "change." + change.change() + (spouses ? ".spouse" : "");
    String text =
        texts.text(key, language, name -> Optional.ofNullable(details.get(name)).orElse(""));
    return new ToDoView(change.change(), whose + text, details);
  }

  private LoanView loan(Precheck.Loan loan, Wording wording, Language language) {
    Precheck.CounterGuarantee guarantee = loan.counterGuarantee();
    String ground = guarantee.ground().map(decisive -> "." + decisive).orElse("");
    return new LoanView(
        wording.term(loan.cap()),
        wording.term(loan.term()),
        wording.term(loan.interestSubsidy()),
        new CounterGuaranteeView(
            guarantee.outcome(),
            texts.text("guarantee." + guarantee.outcome() + ground, language),
            wording.term(guarantee.term())),
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
                    bank.offer(product).flatMap(Bank.Offer::sample)))
        .toList();
  }

  private List<VersionView> undated(Product product, Language language) {
    return catalog.policies().versions(product).stream()
        .map(Terms::policy)
        .filter(policy -> policy.undated().isPresent())
        .map(policy -> VersionView.of(policy, language))
        .toList();
  }

  /** Names the partner that a pointer is about; empty where it is not about one. */
  private String whose(String pointer, Language language) {
    if (!pointer.startsWith("/partners/")) {
      return "";
    }
    int number = Integer.parseInt(pointer.split("/", -1)[2]) + 1;
    return texts.text("partner", language, _ -> number);
  }
}
