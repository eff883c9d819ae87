package org.jiuye.stall.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B"})
  void aCodeWithItsCheckCharacterIsValid(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y44",
        "91350100M000100Y34",
        "91350100M00010OY43",
        "91350100M000100y43",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "9135O100M000100Y43",
        "913501O0M000100Y43",
        ""
      })
  void anythingElseIsNot(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }
}
