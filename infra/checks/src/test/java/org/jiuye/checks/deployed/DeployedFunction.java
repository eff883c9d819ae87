package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.runtime.FunctionProcess;
import org.jiuye.runtime.Outcome;
import org.jiuye.template.LambdaFunction;

/** A function of the template in its process. */
final class DeployedFunction implements AutoCloseable {
  private final LambdaFunction function;
  private final FunctionProcess process;
  private final Trigger trigger;

  DeployedFunction(LambdaFunction function, FunctionProcess process, EmulatedCloud cloud) {
    this.function = function;
    this.process = process;
    this.trigger = Trigger.of(function, cloud, this::invoke);
  }

  String logicalId() {
    return function.logicalId();
  }

  Trigger trigger() {
    return trigger;
  }

  /** Invokes it with the time that the template gives it. */
  Outcome invoke(String event) {
    return invoke(event, function.timeout());
  }

  /** Invokes it with little time left. */
  Outcome invoke(String event, Duration timeLeft) {
    Outcome outcome = process.invoke(event.getBytes(StandardCharsets.UTF_8), timeLeft);
    if (outcome.failed()) {
      // Lambda logs it, and sends it where failed events go.
      assertThat(Planted.in(outcome.body())).as(outcome.body()).isEmpty();
    }
    return outcome;
  }

  /** Makes sure that an event that is none of its own is turned down. */
  void assertTurnsDown(String event) {
    Outcome outcome = invoke(event);
    assertThat(outcome.failed() || isClientError(outcome))
        .as("%s given %s: %s", logicalId(), beginning(event), outcome)
        .isTrue();
  }

  /** Makes sure that it has written nothing personal to its log. */
  void assertSilent() {
    String log = process.log();
    List<String> told = Planted.in(log);
    assertThat(told).as("told by %s:%n%s", logicalId(), log).isEmpty();
  }

  String log() {
    return process.log();
  }

  @Override
  public void close() {
    process.close();
  }

  @Override
  public String toString() {
    return logicalId();
  }

  /** A function of the HTTP API tells it to the caller; no other has such an answer. */
  private boolean isClientError(Outcome outcome) {
    return trigger instanceof HttpTrigger && HttpTrigger.status(outcome) / 100 == 4;
  }

  private static String beginning(String event) {
    return event.substring(0, Math.min(event.length(), 500));
  }
}
