package org.jiuye.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jiuye.shared.text.TextWithGaps.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWithGapsTest {
  @Test
  void everyGapIsFilledInItsForm() {
    TextWithGaps text = new TextWithGaps("{siteName}于{opensAt, time}开市,{siteName}欢迎您。");

    assertThat(text.gaps())
        .containsExactly(
            new Gap("siteName", ""), new Gap("opensAt", "time"), new Gap("siteName", ""));
    assertThat(text.fill(gap -> gap.form().isEmpty() ? "公园" : "18:00"))
        .isEqualTo("公园于18:00开市,公园欢迎您。");
  }

  @Test
  void aTextWithoutGapsStandsAsItIs() {
    assertThat(new TextWithGaps("Stall booked").gaps()).isEmpty();
    assertThat(new TextWithGaps("Stall booked").fill(Gap::name)).isEqualTo("Stall booked");
  }

  @Test
  void whatStandsInAValueIsNoGap() {
    assertThat(new TextWithGaps("Stall {stallNo}").fill(_ -> "$1\\{siteName}"))
        .isEqualTo("Stall $1\\{siteName}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "a}", "{a b}", "{a,time}", "{a, Time}", "{}", "{{a}}", "{1}"})
  void aBraceThatBelongsToNoGapIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TextWithGaps(text));
  }
}
