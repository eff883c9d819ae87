package org.jiuye.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class FunctionProcessTest {
  private static final String ARN = "arn:aws-cn:lambda:cn-north-1:000000000000:function:small";
  private static final Launch LAUNCH =
      new Launch(
          Path.of("target/test-classes").toAbsolutePath(),
          SmallHandler.class.getName() + "::handleRequest",
          ARN,
          Map.of("OWN", "value"),
          List.of("-XX:TieredStopAtLevel=1"),
          RuntimeInterfaceClient.jars());

  @Test
  void invokesOneHandlerAsOftenAsAsked() {
    try (FunctionProcess process = FunctionProcess.start(LAUNCH)) {
      assertThat(invoke(process, "{\"a\":1}").body()).isEqualTo("{\"a\":1}");
      assertThat(invoke(process, "").body()).isEmpty();
      assertThat(invoke(process, "\"名字\"").body()).isEqualTo("\"名字\"");
      assertThat(invoke(process, "\"arn\"").body()).isEqualTo(ARN);
      assertThat(Integer.parseInt(invoke(process, "\"time\"").body())).isBetween(1, 5_000);
      String large = "\"" + "x".repeat(3_000_000) + "\"";
      assertThat(invoke(process, large).body()).isEqualTo(large);
    }
  }

  @Test
  void theProcessHasTheVariablesThatItIsGivenAndLambdasOwn() {
    try (FunctionProcess process = FunctionProcess.start(LAUNCH)) {
      assertThat(invoke(process, "\"environment\"").body())
          .isEqualTo("[AWS_LAMBDA_RUNTIME_API, LANG, OWN, PATH]");
    }
  }

  @Test
  void aFailureIsToldAndTheNextEventIsHandled() {
    try (FunctionProcess process = FunctionProcess.start(LAUNCH)) {
      Outcome failure = invoke(process, "\"fail\"");

      assertThat(failure.failed()).isTrue();
      assertThat(failure.body()).contains("IllegalArgumentException", "told to fail");
      assertThat(process.log()).contains("IllegalArgumentException");
      assertThat(invoke(process, "{}").failed()).isFalse();
      assertThat(process.log()).contains("was given {}");
    }
  }

  @Test
  void aProcessThatIsGoneFailsWhatItWasGivenAndWhatComesAfter() {
    try (FunctionProcess process = FunctionProcess.start(LAUNCH)) {
      assertThat(invoke(process, "\"exit\"").body()).contains("Runtime.ExitError");
      assertThat(invoke(process, "{}").failed()).isTrue();
    }
  }

  @Test
  void aHandlerThatCanNotBeMadeFailsEveryEvent() {
    try (FunctionProcess process =
        FunctionProcess.start(LAUNCH.withVariable("FAIL_AT_START", "yes"))) {
      Outcome failure = invoke(process, "{}");

      assertThat(failure.failed()).isTrue();
      assertThat(process.log()).contains("told to fail at the start");
    }
  }

  private static Outcome invoke(FunctionProcess process, String event) {
    return process.invoke(event.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(5));
  }
}
