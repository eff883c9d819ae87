package org.jiuye.shared.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "person-citizen-1",
        "0199a0b2-7c1e-7d3a-8f52-6f1e2d3c4b5a",
        "1",
        "A",
        "12345678901234",
        "1234567890123456",
        "23800001111"
      })
  void anOpaqueIdIsOne(String text) {
    assertThat(PersonId.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "130529199001011237",
        "13052919900101123X",
        "13052919900101123x",
        "132231900101123",
        "13800001111",
        "19912345678",
        "person-13052919900101123X",
        "13800001111-2",
        "a-132231900101123-b"
      })
  void aResidentIdAndAPhoneAreNone(String text) {
    assertThat(PersonId.isValid(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "person#1", "张三", "a\n", "a_b", "a/b", "１３８"})
  void otherCharactersAreNone(String text) {
    assertThat(PersonId.isValid(text)).isFalse();
    assertThat(PersonId.isValid("x".repeat(65))).isFalse();
    assertThat(PersonId.isValid("x".repeat(64))).isTrue();
  }
}
