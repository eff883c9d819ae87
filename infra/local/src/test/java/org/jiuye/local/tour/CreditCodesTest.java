package org.jiuye.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreditCodesTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Test
  void codesHaveTheFormAndTheCheckCharacterOfGb32100() {
    for (int times = 0; times < 1000; times++) {
      String code = CreditCodes.next();

      assertThat(code).matches("9[1-9]\\d{6}[" + ALPHABET + "]{10}");
      assertThat(weighted(code) % 31).as(code).isZero();
    }
  }

  /** The sum of the characters' values, each times 3 to the power of its place. */
  private static int weighted(String code) {
    return IntStream.range(0, code.length())
        .map(place -> ALPHABET.indexOf(code.charAt(place)) * weight(place))
        .sum();
  }

  private static int weight(int place) {
    // The check character, the last, has the weight 1.
    return place == 17 ? 1 : IntStream.range(0, place).reduce(1, (weight, _) -> weight * 3 % 31);
  }
}
