package org.jiuye.local.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TourOptionsTest {

  @Test
  void walksAllOfThisMachinesSuiteUnlessToldOtherwise() {
    assertThat(parse("--project /p"))
        .isEqualTo(new TourOptions(Path.of("/p"), "http://127.0.0.1:8080", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "--port 9000, http://127.0.0.1:9000",
    "localhost, http://localhost",
    "127.0.0.1:9000, http://127.0.0.1:9000",
    "[::1]:9000, http://[::1]:9000",
    "http://127.0.0.1:4010/, http://127.0.0.1:4010",
    "https://county.example/stage/, https://county.example/stage",
  })
  void takesAPortOrAnAddress(String arguments, String address) {
    assertThat(parse(arguments).address()).isEqualTo(address);
  }

  @Test
  void walksOneCapabilityAlone() {
    assertThat(parse("--only loan-precheck").only()).contains("loan-precheck");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, --port needs a value.",
    "--port x, x is no port.",
    "--port 0, 0 is no port.",
    "--port 70000, 70000 is no port.",
    "--fast, There is no option --fast.",
    "a:1 b:2, 'Give one address, not two.'",
    "--port 1 a:2, 'Give --port or an address, not both.'",
    "a:b, “a:b” is no address.",
    "a:70000, “a:70000” is no address.",
    "ftp://a, “ftp://a” is no address.",
    "http://a/?b, “http://a/?b” is no address.",
    "'http://', “http://” is no address.",
  })
  void saysInOneSentenceWhatItDoesNotUnderstand(String arguments, String sentence) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  private static TourOptions parse(String arguments) {
    return TourOptions.parse(List.of(arguments.split(" ", -1)));
  }
}
