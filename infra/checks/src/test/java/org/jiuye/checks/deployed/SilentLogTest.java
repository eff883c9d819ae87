package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiuye.runtime.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in an event, and wherever: the function's output shows nothing personal. */
@OnDeployment
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class SilentLogTest {
  private final Deployment deployment;

  SilentLogTest(Deployment deployment) {
    this.deployment = deployment;
  }

  @AfterEach
  void empty() {
    deployment.takeMessages();
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void somethingPersonalInAnyFieldIsNotTold(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Planted planted = new Planted();
    int tried = 0;
    for (String event : function.trigger().chosen()) {
      for (String variant : planted.variantsOf(event)) {
        Outcome outcome = function.invoke(variant);
        tried++;
        if (function.trigger() instanceof HttpTrigger && !outcome.failed()) {
          assertThat(HttpTrigger.status(outcome)).as(variant).isNotEqualTo(500);
        }
      }
    }
    assertThat(tried).as("places").isGreaterThan(function.trigger().chosen().size());
    function.assertSilent();
  }
}
