package org.jiuye.stall.employer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final List<String> ALPHABET = List.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""));

  /** The first is the standard's own example; the others are of well-known companies. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "91110108551385082Q",
        "914403001922038216",
        "9144030071526726XG",
        "91110000802100433B"
      })
  void realCodesAreValid(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100m000100y43",
        " 91350100M000100Y43",
        "91350100M000100Y43\n",
        "91350100M000100Y42",
        "91350100M000100I43",
        "91350100MO00100Y43",
        "91350100M000100S43",
        "91350100M00010VY43",
        "91350100Z000100Y43",
        "9135O100M000100Y43",
        "91A50100M000100Y43",
        "９１350100M000100Y43"
      })
  void anythingElseIsNot(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }

  @Test
  void aResidentIdOfTheCountyIsNoCodeWhateverItsLastCharacter() {
    for (String last : ALPHABET) {
      assertThat(CreditCode.isValid("13052919900101123" + last)).isFalse();
    }
  }

  @Test
  void everySingleWrongCharacterIsFound() {
    String code = "91350100M000100Y43";
    for (int place = 0; place < code.length(); place++) {
      for (String other : ALPHABET) {
        String changed = code.substring(0, place) + other + code.substring(place + 1);
        assertThat(CreditCode.isValid(changed)).as(changed).isEqualTo(changed.equals(code));
      }
    }
  }

  @Test
  void everySwapOfNeighboursIsFound() {
    String code = "91110108551385082Q";
    for (int place = 0; place + 1 < code.length(); place++) {
      String swapped =
          code.substring(0, place)
              + code.charAt(place + 1)
              + code.charAt(place)
              + code.substring(place + 2);
      assertThat(CreditCode.isValid(swapped)).as(swapped).isEqualTo(swapped.equals(code));
    }
  }
}
