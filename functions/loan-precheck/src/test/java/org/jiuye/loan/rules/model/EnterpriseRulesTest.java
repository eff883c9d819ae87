package org.jiuye.loan.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.EnterpriseKind;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.Julu;
import org.jiuye.loan.terms.model.Policies;
import org.jiuye.loan.terms.model.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision tables of what is asked of an enterprise. */
class EnterpriseRulesTest {
  private static final String DAY = "2026-07-01";

  @ParameterizedTest
  @CsvSource({
    // 2020: 15 %, above 100 staff 8 %.
    "2020-07-01, 33, 4, NOT_MET", // 15 % of 33 are 4.95
    "2020-07-01, 33, 5, MET",
    "2020-07-01, 20, 2, NOT_MET",
    "2020-07-01, 20, 3, MET", // 15 % of 20 are 3 exactly
    "2020-07-01, 1, 0, NOT_MET",
    "2020-07-01, 1, 1, MET",
    "2020-07-01, 100, 14, NOT_MET", // exactly 100 are not above 100
    "2020-07-01, 100, 15, MET",
    "2020-07-01, 101, 8, NOT_MET", // 8 % of 101 are 8.08
    "2020-07-01, 101, 9, MET",
    // From 2023-10-01: 10 %, above 100 staff 5 %.
    "2023-09-30, 33, 4, NOT_MET",
    "2023-10-01, 33, 4, MET",
    "2026-07-01, 33, 3, NOT_MET",
    "2026-07-01, 100, 9, NOT_MET",
    "2026-07-01, 100, 10, MET",
    "2026-07-01, 101, 5, NOT_MET", // 5 % of 101 are 5.05
    "2026-07-01, 101, 6, MET",
    // Before: 20 %.
    "2020-04-14, 33, 6, NOT_MET",
    "2020-04-14, 33, 7, MET",
    "2020-04-14, 101, 50, UNKNOWN", // what was asked of more than 100 staff was not found
  })
  void hiresAreCountedAgainstThePresentStaff(String asOf, int staff, int hired, State state) {
    assertThat(Table.state(Rules.HIRE_RATIO, Someone.enterprise(asOf, staff, hired)))
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    // Within the calendar year of the application, until 2023-09-30.
    "2020-07-01, 2019-12-31, NOT_MET",
    "2020-07-01, 2020-01-01, MET",
    "2020-07-01, 2020-07-01, MET",
    // Within the year before applying, from 2023-10-01.
    "2026-07-01, 2025-06-30, NOT_MET",
    "2026-07-01, 2025-07-01, MET",
    "2026-07-01, 2026-07-01, MET",
    // Leap days: a year from 29 February ends on 28 February.
    "2025-02-28, 2024-02-29, MET",
    "2025-03-01, 2024-02-29, NOT_MET",
    "2024-02-29, 2023-02-28, NOT_MET",
    "2024-02-29, 2023-03-01, MET",
    "2028-02-28, 2027-02-28, MET",
    "2028-02-29, 2027-02-28, NOT_MET",
  })
  void hiresCountToTheDay(String asOf, String hiredOn, State state) {
    assertThat(
            Table.state(Rules.HIRE_RATIO, Someone.enterprise(asOf, 10, Someone.hired(2, hiredOn))))
        .isEqualTo(state);
  }

  @Test
  void hiresOfWhomTheGroupIsNotToldMayCount() {
    Hire sure = Someone.hired(2, DAY);
    Hire unsure = new Hire(2, LocalDate.parse(DAY), Optional.empty(), Optional.of(12));
    Hire other = new Hire(2, LocalDate.parse(DAY), Optional.of(Set.of()), Optional.of(12));

    assertThat(ratio(40, sure, sure)).isEqualTo(State.MET);
    assertThat(ratio(40, sure, unsure)).isEqualTo(State.UNKNOWN);
    assertThat(ratio(40, sure, other)).isEqualTo(State.NOT_MET);
    assertThat(ratio(20, sure, unsure)).as("enough without them").isEqualTo(State.MET);
    assertThat(ratio(60, sure, unsure)).as("too few with them").isEqualTo(State.NOT_MET);
  }

  @Test
  void withoutStaffOrHiresTheRatioIsUnknown() {
    Facts facts = Someone.enterprise(DAY, 20, 2);
    Enterprise told = facts.enterprise();

    assertThat(
            Table.state(
                Rules.HIRE_RATIO,
                facts.enterprise(
                    new Enterprise(
                        told.kind(),
                        Optional.empty(),
                        told.hires(),
                        told.wageArrears(),
                        told.insuranceArrears()))))
        .isEqualTo(State.UNKNOWN);
    assertThat(
            Table.state(
                Rules.HIRE_RATIO,
                facts.enterprise(
                    new Enterprise(
                        told.kind(),
                        told.staff(),
                        Optional.empty(),
                        told.wageArrears(),
                        told.insuranceArrears()))))
        .isEqualTo(State.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"0, NOT_MET", "11, NOT_MET", "12, MET", "13, MET", ", UNKNOWN"})
  void contractsAreOfAYearOrMore(Integer months, State state) {
    Hire hire =
        new Hire(
            2,
            LocalDate.parse(DAY),
            Optional.of(Set.of(Group.VETERAN)),
            Optional.ofNullable(months));

    assertThat(Table.state(Rules.CONTRACTS, Someone.enterprise(DAY, 20, hire))).isEqualTo(state);
  }

  @Test
  void hiresBeyondTheRatioMayHaveShortContracts() {
    Hire brief =
        new Hire(5, LocalDate.parse(DAY), Optional.of(Set.of(Group.VETERAN)), Optional.of(6));

    assertThat(Table.verdict(Someone.enterprise(DAY, 20, Someone.hired(2, DAY), brief)))
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(Table.verdict(Someone.enterprise(DAY, 20, Someone.hired(1, DAY), brief)))
        .isEqualTo(Verdict.NOT_ELIGIBLE);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, MET",
    "true, false, NOT_MET",
    "false, true, NOT_MET",
    "true, true, NOT_MET",
    ", false, UNKNOWN",
    "false, , UNKNOWN",
    ", true, NOT_MET",
  })
  void owesNeitherWagesNorInsurance(Boolean wages, Boolean insurance, State state) {
    Facts facts = Someone.enterprise(DAY, 20, 2);
    Enterprise told = facts.enterprise();
    Facts owing =
        facts.enterprise(
            new Enterprise(
                told.kind(),
                told.staff(),
                told.hires(),
                Optional.ofNullable(wages),
                Optional.ofNullable(insurance)));

    assertThat(Table.state(Rules.ARREARS, owing)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"2025-07-02, NOT_MET", "2025-07-01, MET", "2024-01-01, MET", ", UNKNOWN"})
  void whereAVersionAsksForItTheBusinessIsOldEnough(LocalDate foundedOn, State state) {
    Policies policies = Julu.with("small-enterprise-2023", Map.of("leastBusinessMonths", 12));
    Facts facts = Someone.enterprise(DAY, 20, 2);

    assertThat(
            Table.state(
                policies,
                Rules.BUSINESS_AGE,
                foundedOn == null ? facts : facts.foundedOn(foundedOn)))
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"400000000, MET", "400000001, NOT_MET"})
  void anEnterpriseMayHaveAtMostTheCap(long amountFen, State state) {
    assertThat(Table.state(Rules.AMOUNT, Someone.enterprise(DAY, 20, 2).amountFen(amountFen)))
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2008-07-02, NOT_MET", // 17
    "2008-07-01, MET", // 18 today
    "1960-07-02, MET", // 65, and 66 tomorrow
    "1960-07-01, NOT_MET", // 66 today
    ", UNKNOWN",
  })
  void aMicroLoanIsForPeopleFrom18To65(LocalDate bornOn, State state) {
    Facts facts = Someone.household(DAY);
    Borrower untold = Borrower.UNTOLD;

    assertThat(
            Table.state(
                Rules.AGE, facts.applicant(bornOn == null ? untold : untold.bornOn(bornOn))))
        .isEqualTo(state);
  }

  @Test
  void aMicroLoanIsLentToPoorOrWatchedHouseholdsForProduction() {
    Facts facts = Someone.household(DAY);

    assertThat(Table.verdict(facts)).isEqualTo(Verdict.ELIGIBLE);
    assertThat(Table.state(Rules.HOUSEHOLD, facts.household(Set.of()))).isEqualTo(State.NOT_MET);
    assertThat(Table.state(Rules.PURPOSE, facts.purpose(Purpose.CEREMONY)))
        .isEqualTo(State.NOT_MET);
    assertThat(Table.state(Rules.AMOUNT, facts.amountFen(5_000_000))).isEqualTo(State.MET);
    assertThat(Table.state(Rules.AMOUNT, facts.amountFen(5_000_001))).isEqualTo(State.NOT_MET);
    assertThat(Table.check(facts).loan().counterGuarantee().outcome())
        .isEqualTo(Precheck.CounterGuarantee.Outcome.WAIVED);
  }

  @Test
  void ofTheMicroLoanOf2020OnlyTheCapIsKnown() {
    Facts facts = Someone.household("2020-07-01");

    assertThat(Table.verdict(facts)).isEqualTo(Verdict.NEEDS_INFORMATION);
    assertThat(Table.check(facts).questions()).as("nothing that the household can tell").isEmpty();
    assertThat(Table.verdict(facts.amountFen(5_000_001))).isEqualTo(Verdict.NOT_ELIGIBLE);
  }

  private static State ratio(int staff, Hire... hires) {
    return Table.state(Rules.HIRE_RATIO, Someone.enterprise(DAY, staff, hires));
  }

  @Test
  void aQualityProjectIsFreedFromTheCounterGuarantee() {
    Facts facts = Someone.person("2020-07-01");

    assertThat(waiver(facts, Optional.empty()))
        .isEqualTo(Precheck.CounterGuarantee.Outcome.UNKNOWN);
    assertThat(waiver(facts, Optional.of(true)))
        .isEqualTo(Precheck.CounterGuarantee.Outcome.WAIVED);
    assertThat(waiver(facts, Optional.of(false)))
        .isEqualTo(Precheck.CounterGuarantee.Outcome.REQUIRED);
    assertThat(waiver(facts.asOf(LocalDate.parse("2020-04-14")), Optional.of(true)))
        .isEqualTo(Precheck.CounterGuarantee.Outcome.UNSET);
  }

  @Test
  void taxiFirmsWereAdmittedUntilTheEndOf2020() {
    Facts firm = Someone.enterprise("2020-12-31", 20, 3);
    Facts taxis = firm.enterprise(firm.enterprise().kind(EnterpriseKind.TAXI_FIRM));

    assertThat(Table.state(Rules.ENTERPRISE_KIND, taxis)).isEqualTo(State.MET);
    assertThat(Table.state(Rules.ENTERPRISE_KIND, taxis.asOf(LocalDate.parse("2021-01-01"))))
        .isEqualTo(State.NOT_MET);
  }

  private static Precheck.CounterGuarantee.Outcome waiver(Facts facts, Optional<Boolean> quality) {
    Facts told = FactsBuilder.builder(facts).qualityProject(quality).build();
    return Table.check(told).loan().counterGuarantee().outcome();
  }
}
