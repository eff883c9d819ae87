package org.jiuye.loan.precheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jiuye.loan.rules.model.AnyFacts;
import org.jiuye.loan.rules.model.Change;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Finding;
import org.jiuye.loan.rules.model.Judged;
import org.jiuye.loan.rules.model.Mending;
import org.jiuye.loan.rules.model.Rule;
import org.jiuye.loan.rules.model.State;
import org.jiuye.loan.terms.model.Terms;

/** What holds of all facts. */
class RulebookPropertyTest {
  /** The seeds' rules, and the same with an age of the business, which waiting mends. */
  private static final List<Rulebook> BOOKS =
      List.of(
          Julu.RULES,
          Julu.with(
              "small-enterprise-2023", Map.of("leastBusinessMonths", 12, "mostTermMonths", 24)),
          Julu.with("personal-2023", Map.of("leastBusinessMonths", 6)));

  @Provide
  Arbitrary<Tuple.Tuple2<Facts, Facts>> factsAndFilled() {
    return AnyFacts.facts()
        .flatMap(facts -> AnyFacts.filled(facts).map(filled -> Tuple.of(facts, filled)));
  }

  @Provide
  Arbitrary<Facts> anyFacts() {
    return AnyFacts.facts();
  }

  @Provide
  Arbitrary<Rulebook> books() {
    return Arbitraries.of(BOOKS);
  }

  @Property(tries = 1000)
  void fillingInWhatIsUnknownNeverChangesAYesOrANo(
      @ForAll("books") Rulebook rules, @ForAll("factsAndFilled") Tuple.Tuple2<Facts, Facts> both) {
    rules
        .check(both.get1())
        .map(Precheck::verdict)
        .filter(verdict -> verdict != Verdict.NEEDS_INFORMATION)
        .ifPresent(
            verdict ->
                assertThat(rules.check(both.get2()).orElseThrow().verdict()).isEqualTo(verdict));
  }

  @Property(tries = 1000)
  void everySuggestedSetPassesAndNoSmallerOneDoes(
      @ForAll("books") Rulebook rules, @ForAll("anyFacts") Facts facts) {
    Mending mending = new Mending(changed -> rules.on(changed.product(), changed.asOf()));
    Optional<Precheck> precheck = rules.check(facts);
    if (precheck.filter(check -> check.verdict() == Verdict.NOT_ELIGIBLE).isEmpty()) {
      return;
    }
    Precheck.Changes changes = precheck.get().changes().orElseThrow();
    if (!changes.possible()) {
      assertThat(changes.smallest()).isEmpty();
      return;
    }
    List<Change> smallest = mending.smallest(facts);
    assertThat(smallest).hasSameSizeAs(changes.smallest());
    assertThat(mending.passes(facts, smallest)).as("all of %s", smallest).isTrue();
    for (Change left : smallest) {
      List<Change> fewer = new ArrayList<>(smallest);
      fewer.remove(left);
      assertThat(mending.passes(facts, fewer)).as("without %s", left).isFalse();
    }
  }

  @Property(tries = 1000)
  void mendingAllFailuresButOneNeverMakesItAYes(@ForAll("anyFacts") Facts facts) {
    Terms terms = Julu.RULES.on(facts.product(), facts.asOf()).orElseThrow();
    Judged judged = Judged.of(facts, terms);
    List<Map.Entry<Rule, Finding>> failed =
        judged.findings().entrySet().stream()
            .filter(entry -> entry.getValue().applies())
            .filter(entry -> entry.getValue().state() == State.NOT_MET)
            .toList();
    for (Map.Entry<Rule, Finding> kept : failed) {
      Facts mended = facts;
      for (Map.Entry<Rule, Finding> other : failed) {
        if (!other.equals(kept)) {
          mended = Mending.apply(mended, other.getValue().mends());
        }
      }
      Judged after = Judged.of(mended, terms);
      if (after.state(kept.getKey()) == State.NOT_MET) {
        assertThat(after.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
      }
    }
  }

  @Property(tries = 300)
  void theSameFactsGiveTheSameTrace(
      @ForAll("books") Rulebook rules, @ForAll("anyFacts") Facts facts) {
    assertThat(rules.check(facts)).isEqualTo(rules.check(facts));
  }

  @Property(tries = 1000)
  void everyQuestionIsWorthAskingAndNoYesOrNoIsFollowedByOne(@ForAll("anyFacts") Facts facts) {
    rules(facts)
        .ifPresent(
            precheck -> {
              assertThat(precheck.questions())
                  .allSatisfy(question -> assertThat(question.rules()).isNotEmpty());
              if (precheck.verdict() != Verdict.NEEDS_INFORMATION) {
                assertThat(precheck.questions()).isEmpty();
              } else if (precheck.criteria().stream()
                  .allMatch(criterion -> criterion.unset().isEmpty())) {
                assertThat(precheck.questions()).isNotEmpty();
              }
            });
  }

  private static Optional<Precheck> rules(Facts facts) {
    return Julu.RULES.check(facts);
  }
}
