package org.jiuye.loan.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.precheck.model.Verdict;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.LoanKind;
import org.jiuye.loan.terms.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Decision tables of what is asked of a person. */
class BorrowerRulesTest {
  private static final String DAY = "2026-07-01";

  @ParameterizedTest
  @EnumSource(
      value = Group.class,
      names = {"CLOSED_SHOPKEEPER", "TAXI_DRIVER", "RIDE_HAILING_DRIVER", "REPEAT_BORROWER"},
      mode = EnumSource.Mode.EXCLUDE)
  void eachOfTheTenGroupsIsEligible(Group group) {
    assertThat(groups(Set.of(group))).isEqualTo(State.MET);
  }

  @Test
  void whoToldNoGroupIsUnknownAndWhoToldThatThereIsNoneIsNot() {
    assertThat(Table.state(Rules.ELIGIBLE_GROUP, Facts.untold(Product.PERSONAL, day())))
        .isEqualTo(State.UNKNOWN);
    assertThat(groups(Set.of())).isEqualTo(State.NOT_MET);
    assertThat(groups(Set.of(Group.TAXI_DRIVER))).isEqualTo(State.NOT_MET);
    assertThat(groups(Set.of(Group.TAXI_DRIVER, Group.GRADUATE))).isEqualTo(State.MET);
  }

  @ParameterizedTest
  @CsvSource({"0, MET", "1, MET", "2, MET", "3, NOT_MET", "4, NOT_MET"})
  void theThirdLoanIsTheLast(int loansBefore, State state) {
    Facts facts = Someone.person(DAY).applicant(Someone.VETERAN.loansBefore(loansBefore));

    assertThat(Table.state(Rules.TIMES_BORROWED, facts)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "STUDENT, , MET",
    "POVERTY_ALLEVIATION, , MET",
    "HOUSING, 90000000, MET",
    "CAR, , MET",
    "OTHER, , NOT_MET",
    "OTHER, 1, NOT_MET",
    "CONSUMER, , UNKNOWN",
    "CONSUMER, 0, MET",
    "CONSUMER, 4999999, MET",
    "CONSUMER, 5000000, MET",
    "CONSUMER, 5000001, NOT_MET",
  })
  void ownAndSpousesLoansAreJudgedAlike(LoanKind kind, Long amountFen, State state) {
    List<OtherLoan> loans = List.of(new OtherLoan(kind, Optional.ofNullable(amountFen)));

    assertThat(own(loans)).isEqualTo(state);
    assertThat(spouses(loans)).isEqualTo(state);
  }

  @Test
  void consumerLoansOfOnePersonCountTogether() {
    assertThat(own(List.of(consumer(2500000), consumer(2500000)))).isEqualTo(State.MET);
    assertThat(own(List.of(consumer(2500000), consumer(2500001)))).isEqualTo(State.NOT_MET);
    assertThat(own(List.of(consumer(5000001), new OtherLoan(LoanKind.CONSUMER, Optional.empty()))))
        .as("one that is not told can only add")
        .isEqualTo(State.NOT_MET);
  }

  @Test
  void applicantAndSpouseHaveALimitEach() {
    Borrower couple =
        Someone.VETERAN
            .otherLoans(List.of(consumer(5000000)))
            .married(true)
            .spouseLoans(List.of(consumer(5000000)));

    assertThat(Table.verdict(Someone.person(DAY).applicant(couple))).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void aSpouseWhoIsNotToldOfIsUnknown() {
    Borrower untold =
        new Borrower(
            Someone.VETERAN.groups(),
            Optional.of(0),
            Optional.of(List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Facts facts = Someone.person(DAY).applicant(untold);

    assertThat(Table.state(Rules.SPOUSE_LOANS, facts)).isEqualTo(State.UNKNOWN);
    assertThat(Table.state(Rules.SPOUSE_LOANS, facts.applicant(untold.married(true))))
        .isEqualTo(State.UNKNOWN);
    assertThat(Table.state(Rules.SPOUSE_LOANS, facts.applicant(untold.married(false))))
        .isEqualTo(State.MET);
    assertThat(Table.state(Rules.SPOUSE_LOANS, facts.applicant(untold.spouseLoans(List.of()))))
        .as("loans that do no harm do none whether there is a spouse or not")
        .isEqualTo(State.MET);
    Facts indebted =
        facts.applicant(
            untold.spouseLoans(List.of(new OtherLoan(LoanKind.OTHER, Optional.empty()))));
    assertThat(Table.state(Rules.SPOUSE_LOANS, indebted)).isEqualTo(State.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"29999999, MET", "30000000, MET", "30000001, NOT_MET"})
  void theAmountIsAtMostTheCap(long amountFen, State state) {
    assertThat(Table.state(Rules.AMOUNT, Someone.person(DAY).amountFen(amountFen)))
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"35, MET", "36, MET", "37, NOT_MET"})
  void theTermIsAtMostTheLongest(int months, State state) {
    assertThat(Table.state(Rules.TERM, Someone.person(DAY).termMonths(months))).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    // Two members: 2 x 300,000 raised by 10 % are 660,000.
    "1, 66000000, MET",
    "1, 66000001, NOT_MET",
    // Twelve: 3,960,000; thirteen would be 4,290,000 and meet the cap of all, 4,000,000.
    "11, 396000000, MET",
    "11, 396000001, NOT_MET",
    "12, 400000000, MET",
    "12, 400000001, NOT_MET",
  })
  void aPartnershipsCapIsItsMembersRaisedByATenth(int partners, long amountFen, State state) {
    Facts facts = Someone.partnership(DAY, partners).amountFen(amountFen);

    assertThat(Table.state(Rules.PARTNERSHIP_AMOUNT, facts)).isEqualTo(state);
  }

  @Test
  void everyPartnerMustMeetWhatIsAskedOfAPerson() {
    Facts two = Someone.partnership(DAY, 1);

    assertThat(Table.verdict(two)).isEqualTo(Verdict.ELIGIBLE);
    assertThat(Table.verdict(two.member(1, Someone.VETERAN.loansBefore(3))))
        .isEqualTo(Verdict.NOT_ELIGIBLE);
    assertThat(Table.verdict(two.member(1, Borrower.UNTOLD))).isEqualTo(Verdict.NEEDS_INFORMATION);
    assertThat(Table.verdict(two.partners(List.of()))).isEqualTo(Verdict.NOT_ELIGIBLE);
  }

  private static State groups(Set<Group> groups) {
    return Table.state(
        Rules.ELIGIBLE_GROUP, Someone.person(DAY).applicant(Someone.VETERAN.groups(groups)));
  }

  private static State own(List<OtherLoan> loans) {
    return Table.state(
        Rules.OTHER_LOANS, Someone.person(DAY).applicant(Someone.VETERAN.otherLoans(loans)));
  }

  private static State spouses(List<OtherLoan> loans) {
    return Table.state(
        Rules.SPOUSE_LOANS,
        Someone.person(DAY).applicant(Someone.VETERAN.married(true).spouseLoans(loans)));
  }

  private static OtherLoan consumer(long fen) {
    return new OtherLoan(LoanKind.CONSUMER, Optional.of(fen));
  }

  private static java.time.LocalDate day() {
    return java.time.LocalDate.parse(DAY);
  }
}
