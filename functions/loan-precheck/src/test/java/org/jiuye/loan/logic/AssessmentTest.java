package org.jiuye.loan.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules run together, the questions that are worth asking, and what would help. */
class AssessmentTest {
  private static final LocalDate AUGUST = LocalDate.parse("2026-08-01");

  @Test
  void everyRuleMustBeMet() {
    assertThat(Parcel.of(5, true, "2026-08-01").under(5).state()).isEqualTo(State.MET);
    assertThat(Parcel.of(6, true, "2026-08-01").under(5).state()).isEqualTo(State.NOT_MET);
  }

  @Test
  void whatWasNotToldIsUnknownUntilAnotherRuleFails() {
    Parcel unsigned = new Parcel(Optional.empty(), Optional.of(false), AUGUST);
    assertThat(Parcel.untold().under(5).state()).isEqualTo(State.UNKNOWN);
    assertThat(unsigned.under(5).state()).isEqualTo(State.NOT_MET);
  }

  @Test
  void aRuleThatDoesNotApplyIsNotCounted() {
    Rule<Parcel, Integer> silent = Rule.of("SILENT", (_, _) -> Finding.silent());
    assertThat(Assessment.of(List.of(silent), Parcel.untold(), 5).state()).isEqualTo(State.MET);
    assertThat(Assessment.of(List.of(Parcel.UNSET), Parcel.untold(), 5).state())
        .isEqualTo(State.UNKNOWN);
  }

  @Test
  void onlyItsOwnRulesHaveAState() {
    Assessment<Parcel, Integer> assessment = Parcel.untold().under(5);
    assertThat(assessment.state(Parcel.YEAR)).isEqualTo(State.MET);
    assertThatThrownBy(() -> assessment.state(Parcel.UNSET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNSET");
  }

  @Test
  void theQuestionThatSettlesTheWholeComesFirst() {
    Parcel unweighed = new Parcel(Optional.empty(), Optional.of(true), AUGUST);
    assertThat(Questions.worthAsking(unweighed.under(5)))
        .containsExactly(new OpenQuestion("/weight", List.of("WEIGHT")));
    assertThat(Questions.worthAsking(Parcel.untold().under(5)))
        .extracting(OpenQuestion::pointer)
        .containsExactlyInAnyOrder("/weight", "/signed");
  }

  @Test
  void thereIsNothingToAskWhereALimitIsUnset() {
    assertThat(Questions.worthAsking(Assessment.of(List.of(Parcel.UNSET), Parcel.untold(), 5)))
        .isEmpty();
  }

  @Test
  void theSmallestSetOfChangesIsFound() {
    Remedy<Parcel> remedy = remedy(Parcel.of(6, false, "2026-08-01"));
    assertThat(remedy.possible()).isTrue();
    assertThat(remedy.smallest()).containsExactly(new Parcel.Lighten(5), new Parcel.Sign());
  }

  @Test
  void waitingComesFirst() {
    Remedy<Parcel> remedy = remedy(Parcel.of(6, true, "2026-07-01"));
    assertThat(remedy.smallest()).containsExactly(new Parcel.Wait(AUGUST), new Parcel.Lighten(5));
  }

  @Test
  void aRuleThatNothingCanBeDoneAboutIsNamed() {
    assertThat(remedy(Parcel.of(6, true, "2027-01-01")))
        .isEqualTo(new Remedy<Parcel>(false, List.of(), List.of("YEAR")));
  }

  private static Remedy<Parcel> remedy(Parcel parcel) {
    return new RemedySearch<Parcel, Integer>(changed -> Optional.of(changed.under(5)))
        .of(parcel.under(5));
  }
}
