package org.jiuye.loan.logic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Unknown is not no. */
class StateTest {
  @ParameterizedTest
  @CsvSource({
    "MET, MET, MET",
    "MET, NOT_MET, NOT_MET",
    "MET, UNKNOWN, UNKNOWN",
    "NOT_MET, NOT_MET, NOT_MET",
    "NOT_MET, UNKNOWN, NOT_MET",
    "UNKNOWN, UNKNOWN, UNKNOWN",
  })
  void bothTogether(State one, State other, State together) {
    assertThat(one.and(other)).isEqualTo(together);
    assertThat(other.and(one)).isEqualTo(together);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void theOppositeOfTheOppositeIsTheSame(State state) {
    assertThat(state.not().not()).isEqualTo(state);
  }

  @Test
  void theOppositeOfUnknownIsUnknown() {
    assertThat(State.UNKNOWN.not()).isEqualTo(State.UNKNOWN);
    assertThat(State.of(true).not()).isEqualTo(State.NOT_MET);
  }

  @Test
  void aTallyKeepsItsBoundsApart() {
    assertThat(Tally.ZERO.plus(3, State.MET).plus(2, State.UNKNOWN).plus(5, State.NOT_MET))
        .isEqualTo(new Tally(3, 5));
  }
}
