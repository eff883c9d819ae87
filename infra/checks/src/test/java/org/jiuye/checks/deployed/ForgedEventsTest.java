package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jiuye.runtime.Outcome;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** An event inside another event is not taken for the event itself. */
@OnDeployment
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class ForgedEventsTest {
  private static final List<String> FIELDS =
      List.of("payload", "body", "headers", "event", "message", "Records", "detail");

  private final Deployment deployment;

  ForgedEventsTest(Deployment deployment) {
    this.deployment = deployment;
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void anEventInAListOrInAFieldIsNone(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    List<String> forged = function.trigger().chosen();
    Map<String, Object> before = deployment.state();

    for (String event : forged) {
      function.assertTurnsDown("[" + event + "]");
      function.assertTurnsDown("[[" + event + "]]");
    }
    for (String field : FIELDS) {
      function.assertTurnsDown("{\"" + field + "\":" + forged.getFirst() + "}");
      function.assertTurnsDown("{\"" + field + "\":[" + forged.getFirst() + "]}");
    }
    assertThat(deployment.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void whatAnEventCarriesBesideItselfChangesNothing(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Trigger trigger = function.trigger();
    Map<String, Object> before = deployment.state();

    forEachPair(
        trigger.harmless(),
        trigger.chosen(),
        (harmless, forged) -> {
          ObjectNode carrier = Trigger.object(harmless);
          carrier.set("payload", Trigger.JSON.readTree(forged));
          assertThat(trigger.verdict(function.invoke(carrier.toString())))
              .isEqualTo(trigger.verdict(function.invoke(harmless)));
        });
    assertThat(deployment.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void anEventInAHeaderIsAHeader(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Trigger trigger = function.trigger();
    Map<String, Object> before = deployment.state();

    if (trigger instanceof HttpTrigger) {
      forEachPair(
          trigger.harmless(),
          trigger.chosen(),
          (harmless, forged) -> {
            String verdict = trigger.verdict(function.invoke(harmless));
            for (String name : List.of("payload", "Payload", "aws-context", "aws-event")) {
              Outcome outcome = function.invoke(HttpTrigger.withHeader(harmless, name, forged));
              assertThat(trigger.verdict(outcome)).as(name).isEqualTo(verdict);
            }
          });
    }
    assertThat(deployment.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void aBodyThatIsAListHoldingAnEventIsRefused(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Trigger trigger = function.trigger();
    List<String> forged = trigger.chosen();
    Map<String, Object> before = deployment.state();

    for (String event : forged.subList(0, Math.min(forged.size(), 5))) {
      for (String carrier : trigger.withinList(event)) {
        Outcome outcome = function.invoke(carrier);
        assertThat(trigger.isRefusal(outcome)).as("%s: %s", carrier, outcome).isTrue();
      }
    }
    assertThat(deployment.state()).isEqualTo(before);
  }

  /** Each of both at least once. */
  private static void forEachPair(
      List<String> first, List<String> second, BiConsumer<String, String> action) {
    for (int index = 0; index < Math.max(first.size(), second.size()); index++) {
      action.accept(first.get(index % first.size()), second.get(index % second.size()));
    }
  }
}
