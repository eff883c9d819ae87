package org.jiuye.loan.precheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.logic.OpenQuestion;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.rules.model.Borrower;
import org.jiuye.loan.rules.model.Enterprise;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.Hire;
import org.jiuye.loan.rules.model.LoanChange;
import org.jiuye.loan.rules.model.OtherLoan;
import org.jiuye.loan.rules.model.Someone;
import org.jiuye.loan.rules.model.Table;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.Julu;
import org.jiuye.loan.terms.model.LoanKind;
import org.jiuye.loan.terms.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would change a no into a yes, and what is worth asking. */
class ChangesTest {
  private static final String DAY = "2026-07-01";

  @ParameterizedTest
  @CsvSource({
    // 15 %: 3 of 33 need 5; with two more there are 35 staff, of whom 5.25 are asked, so three
    // more.
    "2020-07-01, 33, 3, 3",
    "2020-07-01, 33, 4, 2",
    "2020-07-01, 20, 0, 4",
    // With one more there are 101 staff and 8 % of them are 9: cheaper than 15 of 100.
    "2020-07-01, 100, 8, 1",
    "2020-07-01, 99, 8, 2",
    "2026-07-01, 33, 2, 2",
  })
  void hireSoManyMore(String asOf, int staff, int hired, int more) {
    Facts facts = Someone.enterprise(asOf, staff, hired);

    assertThat(Table.onlyChange(Table.check(facts)))
        .isEqualTo(new Precheck.ToDo("HIRE_MORE", Map.of("count", more, "contractMonths", 12)));
    assertThat(Table.verdict(new LoanChange.HireMore(more, 12, Group.VETERAN).applyTo(facts)))
        .isEqualTo(Verdict.ELIGIBLE);
    if (more > 1) {
      assertThat(Table.verdict(new LoanChange.HireMore(more - 1, 12, Group.VETERAN).applyTo(facts)))
          .isEqualTo(Verdict.NOT_ELIGIBLE);
    }
  }

  @Test
  void askForTheCapInsteadOfMore() {
    assertThat(Table.onlyChange(Table.check(Someone.person("2020-07-01").amountFen(25_000_000))))
        .isEqualTo(new Precheck.ToDo("ASK_FOR_LESS", Map.of("amountFen", 20_000_000L)));
    assertThat(Table.onlyChange(Table.check(Someone.person(DAY).termMonths(48))))
        .isEqualTo(new Precheck.ToDo("SHORTEN_TERM", Map.of("termMonths", 36)));
  }

  @Test
  void applyOnTheDayOnWhichItPasses() {
    Facts young =
        Someone.household(DAY).applicant(Borrower.UNTOLD.bornOn(LocalDate.parse("2008-12-03")));

    assertThat(Table.onlyChange(Table.check(young)))
        .isEqualTo(new Precheck.ToDo("APPLY_FROM", Map.of("day", "2026-12-03")));
  }

  @Test
  void aLaterDayMovesWhatCountsAndSoWhatElseIsToBeDone() {
    Rulebook rules =
        new Rulebook(Julu.with("small-enterprise-2023", Map.of("leastBusinessMonths", 12)));
    // On the day on which the business is old enough, the hires are a year and a day old.
    Facts facts =
        Someone.enterprise(DAY, 20, Someone.hired(2, "2025-08-01"))
            .foundedOn(LocalDate.parse("2025-08-02"));

    assertThat(rules.check(facts).orElseThrow().changes().orElseThrow().smallest())
        .extracting(Precheck.ToDo::change)
        .containsExactly("APPLY_FROM", "HIRE_MORE");
  }

  @Test
  void oneChangeThatMendsTwoCriteriaIsTheSmallestSet() {
    // Enough would be hired at 101 staff; the one who makes it 101 has the contract that lacks.
    Facts facts =
        Someone.enterprise(
            "2020-07-01",
            100,
            Someone.hired(8, "2020-06-01"),
            new Hire(
                2,
                LocalDate.parse("2020-06-01"),
                Optional.of(Set.of(Group.VETERAN)),
                Optional.of(6)));

    assertThat(Table.check(facts).criteria())
        .filteredOn(criterion -> criterion.state() == State.NOT_MET)
        .extracting(Criterion::rule)
        .containsExactly("HIRE_RATIO", "CONTRACTS");
    assertThat(Table.onlyChange(Table.check(facts)).change()).isEqualTo("HIRE_MORE");
  }

  @Test
  void severalFailuresAreMendedTogether() {
    Borrower couple =
        Someone.VETERAN
            .married(true)
            .spouseLoans(List.of(new OtherLoan(LoanKind.CONSUMER, Optional.of(6_000_000L))))
            .otherLoans(List.of(new OtherLoan(LoanKind.OTHER, Optional.empty())));
    Precheck precheck = Table.check(Someone.person(DAY).applicant(couple).amountFen(35_000_000));

    assertThat(precheck.changes().orElseThrow().smallest())
        .containsExactlyInAnyOrder(
            new Precheck.ToDo(
                "REPAY_LOANS",
                Map.of("whose", "/applicant", "spouse", false, "kinds", List.of(LoanKind.OTHER))),
            new Precheck.ToDo(
                "REDUCE_CONSUMER_LOANS",
                Map.of("whose", "/applicant", "spouse", true, "toFen", 5_000_000L)),
            new Precheck.ToDo("ASK_FOR_LESS", Map.of("amountFen", 30_000_000L)));
  }

  @Test
  void whatNobodyCanChangeIsSaid() {
    Precheck precheck =
        Table.check(
            Someone.person(DAY).applicant(Someone.VETERAN.loansBefore(3)).amountFen(35_000_000));

    assertThat(precheck.changes().orElseThrow())
        .isEqualTo(new Precheck.Changes(false, List.of(), List.of("TIMES_BORROWED")));
  }

  @Test
  void aNoIsANoWhateverIsUnknownBesideIt() {
    Facts facts = Facts.untold(Product.PERSONAL, LocalDate.parse(DAY));
    Precheck precheck = Table.check(facts.applicant(Borrower.UNTOLD.loansBefore(3)));

    assertThat(precheck.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(precheck.questions()).isEmpty();
  }

  @Test
  void whoToldNothingIsAskedWhatIsWorthAsking() {
    Precheck precheck = Table.check(Facts.untold(Product.PERSONAL, LocalDate.parse(DAY)));

    assertThat(precheck.verdict()).isEqualTo(Verdict.NEEDS_INFORMATION);
    assertThat(precheck.questions())
        .extracting(OpenQuestion::pointer)
        .containsExactly(
            "/applicant/groups",
            "/applicant/loansBefore",
            "/applicant/otherLoans",
            "/applicant/married");
  }

  @Test
  void theQuestionThatSettlesTheWholeComesFirst() {
    Facts facts = Someone.enterprise(DAY, 20, 2);
    Enterprise told = facts.enterprise();
    Facts untoldHires =
        facts.enterprise(
            new Enterprise(
                told.kind(),
                told.staff(),
                Optional.empty(),
                Optional.empty(),
                told.insuranceArrears()));

    assertThat(Table.check(untoldHires).questions())
        .as("hires bear upon two criteria")
        .extracting(OpenQuestion::pointer)
        .containsExactly("/enterprise/hires", "/enterprise/wageArrears");
  }

  @Test
  void nobodyIsAskedWhatCannotMatterAnyMore() {
    Hire unsure = new Hire(3, LocalDate.parse(DAY), Optional.empty(), Optional.empty());
    Precheck precheck = Table.check(Someone.enterprise(DAY, 20, Someone.hired(2, DAY), unsure));

    assertThat(precheck.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(precheck.questions()).isEmpty();
  }

  @Test
  void theSameFactsUnderEveryVersion() {
    Facts facts = Someone.enterprise("2026-07-01", 33, 4);

    assertThat(Julu.POLICIES.versions(Product.SMALL_ENTERPRISE))
        .extracting(terms -> new Rulebook(Julu.POLICIES).check(facts, terms).verdict())
        .containsExactly(
            Verdict.NOT_ELIGIBLE, // 20 %
            Verdict.NOT_ELIGIBLE, // 15 %
            Verdict.NOT_ELIGIBLE,
            Verdict.ELIGIBLE, // 10 %
            Verdict.NEEDS_INFORMATION); // unset
  }
}
