package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.runtime.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package does its work with nothing but the template's settings and role. */
@OnDeployment
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class GoodEventsTest {
  private final Deployment deployment;

  GoodEventsTest(Deployment deployment) {
    this.deployment = deployment;
  }

  @AfterEach
  void empty() {
    deployment.takeMessages();
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void isHandled(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Map<String, Object> before = deployment.state();
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    function.trigger().good().forEach(event -> outcomes.put(event, function.invoke(event)));

    assertThat(outcomes).isNotEmpty();
    function.trigger().assertDone(outcomes);
    if (function.trigger() instanceof QueueTrigger) {
      assertThat(deployment.state()).as("what is stored").isNotEqualTo(before);
    }
    if (function.trigger() instanceof StreamTrigger) {
      assertThat(deployment.takeMessages().values().stream().flatMap(List::stream).toList())
          .as("what was sent")
          .hasSameSizeAs(BatchTrigger.EVENTS);
    }
  }
}
