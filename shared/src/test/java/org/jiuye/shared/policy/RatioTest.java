package org.jiuye.shared.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a whole, exact to the unit. */
class RatioTest {
  @ParameterizedTest
  @CsvSource({
    "0.15, 33, 5",
    "0.15, 20, 3",
    "0.15, 21, 4",
    "0.08, 100, 8",
    "0.08, 101, 9",
    "0.2, 5, 1",
    "0, 33, 0",
    "1, 33, 33",
    "0.000001, 1, 1",
    "0.07, 100, 7",
    "0.29, 100, 29"
  })
  void theLeastWholeNumberThatIsAtLeastThePart(String ratio, long whole, long least) {
    assertThat(Ratio.of(ratio).leastOf(whole)).isEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 60000000, 66000000", "0, 5, 5", "1, 5, 10", "0.1, 15, 16"})
  void aWholeRaisedByThePartIsRoundedDown(String ratio, long whole, long raised) {
    assertThat(Ratio.of(ratio).raise(whole)).isEqualTo(raised);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "15", "-0.1", "0.0000001"})
  void whatIsNoPartIsRefused(String ratio) {
    assertThatThrownBy(() -> Ratio.of(ratio)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itsJsonIsItsNumber() {
    assertThat(Json.MAPPER.writeValueAsString(Ratio.of("0.150"))).isEqualTo("0.15");
    assertThat(Json.MAPPER.readValue("0.15", Ratio.class)).isEqualTo(Ratio.of("0.15"));
  }
}
