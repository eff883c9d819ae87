package org.jiuye.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.loan.LoanFunctions;
import org.jiuye.loan.precheck.model.Rulebook;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.rules.model.Borrower;
import org.jiuye.loan.rules.model.Enterprise;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Hire;
import org.jiuye.loan.terms.model.EnterpriseKind;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.policy.PolicyVersion;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Table;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCloud;

/** Pre-checks a second on one thread: the bare rules, and the function around them, by turns. */
final class LoanPaces implements AutoCloseable {
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final LocalDate HIRED = LocalDate.parse("2026-03-02");

  private final EmulatedCloud cloud = TestCloud.start();
  private final FunctionHarness function =
      FunctionHarness.start(
          cloud,
          "LoanPrecheckHttpFunction",
          LoanFunctions.class,
          MovableClock.at(DAY + "T12:00:00+08:00"));
  private final Rulebook rules = rules();

  /**
   * A question and its facts.
   *
   * @param body the same as a request
   */
  private record Case(String title, Facts facts, Map<String, Object> body, Verdict verdict) {
    byte[] event() {
      return HttpCall.of("POST /loan-prechecks").json(body).event();
    }
  }

  /** Measures; gives back a table. */
  List<String> measure(int warmUps, int pairs, int count) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("pre-check", "rules/s", "function/s", "function costs, times the rules"));
    // All are warm before any is measured, so that no one gains from what another has compiled.
    for (Case one : cases()) {
      check(one);
      blocks(one, warmUps, count);
    }
    for (Case one : cases()) {
      rows.add(row(one, blocks(one, pairs, count)));
    }
    return Texts.table(rows);
  }

  /** How fast the two ways were in neighbouring blocks. */
  private record Pair(double rules, double function) {
    double ratio() {
      return rules / function;
    }
  }

  private List<Pair> blocks(Case one, int pairs, int count) {
    byte[] event = one.event();
    List<Pair> blocks = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      // The rules are so quick that a block of them needs more to be measured.
      double bare = pace(count * 20, () -> rules.check(one.facts()));
      blocks.add(new Pair(bare, pace(count, () -> function.invoke(event))));
    }
    return blocks;
  }

  private static List<String> row(Case one, List<Pair> blocks) {
    return List.of(
        one.title(),
        Texts.number(Medians.of(blocks.stream().map(Pair::rules).toList()), 0),
        Texts.number(Medians.of(blocks.stream().map(Pair::function).toList()), 0),
        Texts.number(Medians.of(blocks.stream().map(Pair::ratio).toList()), 1));
  }

  /** Both ways must have the same outcome, or a comparison means nothing. */
  private void check(Case one) {
    String body = Json.MAPPER.readTree(function.invoke(one.event())).path("body").asString("");
    String answered = Json.MAPPER.readTree(body).path("verdict").asString("");
    Verdict judged = rules.check(one.facts()).orElseThrow().verdict();
    if (judged != one.verdict() || !answered.equals(judged.name())) {
      throw new IllegalStateException(one.title() + " came to " + judged + " and " + answered);
    }
  }

  private static double pace(int count, Runnable work) {
    long began = System.nanoTime();
    for (int done = 0; done < count; done++) {
      work.run();
    }
    return count * 1e9 / (System.nanoTime() - began);
  }

  private static List<Case> cases() {
    Borrower veteran =
        new Borrower(
            Optional.of(Set.of(Group.VETERAN)),
            Optional.of(0),
            Optional.of(List.of()),
            Optional.of(false),
            Optional.empty(),
            Optional.empty());
    Map<String, Object> told =
        Map.of(
            "groups",
            List.of("VETERAN"),
            "loansBefore",
            0,
            "otherLoans",
            List.of(),
            "married",
            false);
    return List.of(
        new Case(
            "a person who may have it",
            facts(Product.PERSONAL, veteran, Enterprise.UNTOLD),
            Map.of("product", "PERSONAL", "applicant", told),
            Verdict.ELIGIBLE),
        new Case(
            "a person who told nothing yet",
            facts(Product.PERSONAL, Borrower.UNTOLD, Enterprise.UNTOLD),
            Map.of("product", "PERSONAL"),
            Verdict.NEEDS_INFORMATION),
        new Case(
            "an enterprise that must hire two more",
            facts(Product.SMALL_ENTERPRISE, veteran, enterprise()),
            Map.of(
                "product",
                "SMALL_ENTERPRISE",
                "applicant",
                told,
                "enterprise",
                Map.of(
                    "kind",
                    "SMALL_OR_MICRO",
                    "staff",
                    33,
                    "hires",
                    List.of(
                        Map.of(
                            "count",
                            2,
                            "hiredOn",
                            HIRED.toString(),
                            "groups",
                            List.of("VETERAN"),
                            "contractMonths",
                            12)),
                    "wageArrears",
                    false,
                    "insuranceArrears",
                    false)),
            Verdict.NOT_ELIGIBLE));
  }

  private static Enterprise enterprise() {
    return new Enterprise(
        Optional.of(EnterpriseKind.SMALL_OR_MICRO),
        Optional.of(33),
        Optional.of(
            List.of(new Hire(2, HIRED, Optional.of(Set.of(Group.VETERAN)), Optional.of(12)))),
        Optional.of(false),
        Optional.of(false));
  }

  private static Facts facts(Product product, Borrower applicant, Enterprise enterprise) {
    return Facts.untold(product, DAY).applicant(applicant).enterprise(enterprise);
  }

  private Rulebook rules() {
    Items items = new Items(Json.MAPPER);
    return new Rulebook(
        new Policies(
            function.bean(Table.class).queryAll(Query.of("LOAN#POLICIES")).stream()
                .map(item -> items.decode(item, PolicyVersion.class))
                .toList()));
  }

  @Override
  public void close() {
    function.close();
    cloud.close();
  }
}
