package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.runtime.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When little time is left, or the services do not answer in time, nothing is half done. */
@OnDeployment
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class LittleTimeTest {
  /** Less than a function keeps back for its answer. */
  private static final Duration NEARLY_NONE = Duration.ofMillis(50);

  private static final Duration LITTLE = Duration.ofMillis(800);

  /** Retries that ignored the time would go on for longer than this, even on a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final int BUSY = 503;

  private final Deployment deployment;

  LittleTimeTest(Deployment deployment) {
    this.deployment = deployment;
  }

  @AfterEach
  void empty() {
    deployment.cloud().faults().clear();
    deployment.takeMessages();
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void whatIsNotDoneIsNotHalfDone(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Trigger trigger = function.trigger();
    for (String event : trigger.chosen()) {
      Map<String, Object> before = deployment.state();

      Outcome outcome = function.invoke(event, NEARLY_NONE);

      if (trigger.isRefusal(outcome)) {
        assertThat(deployment.state()).as(event).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void answersInTimeThatItCouldNot(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    List<String> events = function.trigger().chosen();
    Map<String, Object> before = deployment.state();
    Faults.Injection throttling =
        deployment
            .cloud()
            .faults()
            .inject(
                Faults.Fault.THROTTLING,
                1,
                7,
                call -> call.functionLogicalId().equals(Optional.of(logicalId)));

    for (String event : events) {
      long hits = throttling.hits();
      Outcome outcome = function.invoke(event, LITTLE);

      assertThat(outcome.took()).as("%s: %s", event, outcome).isLessThan(SOON);
      if (throttling.hits() > hits) {
        assertThat(function.trigger().isRefusal(outcome)).as("%s: %s", event, outcome).isTrue();
        assertComesAgain(function, outcome);
      }
    }
    throttling.close();

    assertThat(throttling.hits()).as("calls of services").isPositive();
    assertThat(deployment.state()).isEqualTo(before);
  }

  /** Lambda sends queues' messages, records and schedules again; callers are asked to. */
  private static void assertComesAgain(DeployedFunction function, Outcome outcome) {
    if (function.trigger() instanceof HttpTrigger) {
      assertThat(HttpTrigger.status(outcome)).as(outcome.body()).isEqualTo(BUSY);
      assertThat(Trigger.object(outcome.body()).path("headers").propertyNames())
          .contains("retry-after");
    }
  }
}
