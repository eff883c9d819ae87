package org.jiuye.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void servesOnPort8080AndKeepsDataBesideTheTemplate() {
    assertThat(CommandLine.parse(List.of("--template", "/project/template.yaml")))
        .isEqualTo(
            new LocalCloudOptions(
                Path.of("/project/template.yaml"),
                8080,
                Optional.of(Path.of("/project/.jiuye")),
                false,
                Map.of(),
                Optional.empty()));
  }

  @Test
  void takesTheLastOfAnOptionThatIsGivenTwice() {
    LocalCloudOptions options =
        CommandLine.parse(
            List.of(
                "--data",
                "a",
                "--port",
                "1",
                "--fresh",
                "--data",
                "b",
                "--port",
                "0",
                "--parameter",
                "CountyId=other",
                "--parameter",
                "Empty="));
    assertThat(options.data()).contains(Path.of("b"));
    assertThat(options.port()).isZero();
    assertThat(options.fresh()).isTrue();
    assertThat(options.parameters())
        .containsOnly(Map.entry("CountyId", "other"), Map.entry("Empty", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "--parameter x", "--unknown"})
  void refusesWhatItDoesNotUnderstand(String arguments) {
    assertThatThrownBy(() -> CommandLine.parse(List.of(arguments.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
