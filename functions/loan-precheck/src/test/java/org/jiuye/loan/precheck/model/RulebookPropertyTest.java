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
import org.jiuye.loan.logic.Assessment;
import org.jiuye.loan.logic.Change;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.logic.Remedy;
import org.jiuye.loan.logic.RemedySearch;
import org.jiuye.loan.logic.Rule;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.rules.model.AnyFacts;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.model.Julu;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Terms;

/** What holds of all facts. */
class RulebookPropertyTest {
  /** The seeds' policies, and variants with a least age of the business, for which one can wait. */
  private static final List<Policies> POLICIES =
      List.of(
          Julu.POLICIES,
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
  Arbitrary<Policies> policies() {
    return Arbitraries.of(POLICIES);
  }

  @Property(tries = 1000)
  void fillingInWhatIsUnknownNeverChangesAYesOrANo(
      @ForAll("policies") Policies policies,
      @ForAll("factsAndFilled") Tuple.Tuple2<Facts, Facts> both) {
    Rulebook rules = new Rulebook(policies);
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
      @ForAll("policies") Policies policies, @ForAll("anyFacts") Facts facts) {
    Optional<Assessment<Facts, Terms>> failed =
        assess(policies, facts).filter(assessment -> assessment.state() == State.NOT_MET);
    if (failed.isEmpty()) {
      return;
    }
    RemedySearch<Facts, Terms> search = new RemedySearch<>(changed -> assess(policies, changed));
    Remedy<Facts> remedy = search.of(failed.get());
    assertThat(new Rulebook(policies).check(facts).orElseThrow().changes())
        .contains(Precheck.Changes.of(remedy));
    if (!remedy.possible()) {
      assertThat(remedy.smallest()).isEmpty();
      return;
    }
    List<Change<Facts>> smallest = remedy.smallest();
    assertThat(search.passes(facts, smallest)).as("all of %s", smallest).isTrue();
    for (Change<Facts> left : smallest) {
      List<Change<Facts>> fewer = new ArrayList<>(smallest);
      fewer.remove(left);
      assertThat(search.passes(facts, fewer)).as("without %s", left).isFalse();
    }
  }

  @Property(tries = 1000)
  void meetingAllFailedRulesButOneNeverMakesItAYes(@ForAll("anyFacts") Facts facts) {
    Assessment<Facts, Terms> before = assess(Julu.POLICIES, facts).orElseThrow();
    List<Map.Entry<Rule<Facts, Terms>, Finding<Facts>>> failed =
        before.findings().entrySet().stream().filter(entry -> entry.getValue().isFailed()).toList();
    for (Map.Entry<Rule<Facts, Terms>, Finding<Facts>> kept : failed) {
      Facts changed = facts;
      for (Map.Entry<Rule<Facts, Terms>, Finding<Facts>> other : failed) {
        if (!other.equals(kept)) {
          changed = RemedySearch.apply(changed, other.getValue().proposals());
        }
      }
      Assessment<Facts, Terms> after = before.of(changed);
      if (after.state(kept.getKey()) == State.NOT_MET) {
        assertThat(after.state()).isEqualTo(State.NOT_MET);
      }
    }
  }

  @Property(tries = 300)
  void theSameFactsGiveTheSameTrace(
      @ForAll("policies") Policies policies, @ForAll("anyFacts") Facts facts) {
    Rulebook rules = new Rulebook(policies);
    assertThat(rules.check(facts)).isEqualTo(rules.check(facts));
  }

  @Property(tries = 1000)
  void everyQuestionIsWorthAskingAndNoYesOrNoIsFollowedByOne(@ForAll("anyFacts") Facts facts) {
    new Rulebook(Julu.POLICIES)
        .check(facts)
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

  private static Optional<Assessment<Facts, Terms>> assess(Policies policies, Facts facts) {
    return policies.on(facts.product(), facts.asOf()).map(terms -> Rulebook.assess(facts, terms));
  }
}
