package org.jiuye.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|ENGLISH",
        "en-GB|ENGLISH",
        "EN|ENGLISH",
        "zh|CHINESE",
        "zh-CN|CHINESE",
        "zh-Hans-CN|CHINESE",
        "zh-CN,zh;q=0.9,en;q=0.8|CHINESE",
        "zh;q=0.5, en;q=0.8|ENGLISH",
        "fr, en;q=0.5, zh;q=0.4|ENGLISH",
        "fr, de;q=0.5|CHINESE",
        "en;q=0|CHINESE",
        "en;q=0, fr|CHINESE",
        "*|CHINESE",
        "en;q=2|CHINESE",
        "en;q=x|CHINESE",
        "en;q=NaN|CHINESE",
        ";;;|CHINESE",
        ",|CHINESE",
        "-|CHINESE",
        "en_US|CHINESE",
        "accept-language:|CHINESE",
        "../../etc/passwd|CHINESE",
      })
  void choosesTheBestOfWhatIsAccepted(String header, Language language) {
    assertThat(Language.of(Optional.of(header))).isEqualTo(language);
  }

  @Test
  void isChineseWhereNothingIsSaid() {
    assertThat(Language.of(Optional.empty())).isEqualTo(Language.CHINESE);
    assertThat(Language.of(Optional.of(""))).isEqualTo(Language.CHINESE);
  }

  @Test
  void survivesGarbage() {
    Random random = new Random(3);
    byte[] bytes = new byte[40];
    String alphabet = "enzh-_*;q=0.1,9 ";
    for (int round = 0; round < 2_000; round++) {
      random.nextBytes(bytes);
      assertThat(Language.of(Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))))
          .isNotNull();
      String similar =
          random
              .ints(20, 0, alphabet.length())
              .mapToObj(index -> alphabet.substring(index, index + 1))
              .reduce("", String::concat);
      assertThat(Language.of(Optional.of(similar))).isNotNull();
    }
    assertThat(Language.of(Optional.of("en,".repeat(3_000)))).isEqualTo(Language.ENGLISH);
  }
}
