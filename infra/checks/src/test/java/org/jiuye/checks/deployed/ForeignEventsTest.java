package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no event, or not one for this function, fails and changes nothing. */
@OnDeployment
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class ForeignEventsTest {
  private static final List<String> MALFORMED =
      List.of(
          "",
          " ",
          "null",
          "true",
          "7",
          "\"" + Planted.ALL + "\"",
          Planted.ALL,
          "{}",
          "[]",
          "{",
          "}",
          "{\"a\":1",
          "{\"a\":1}{",
          "{\"phone\":" + Planted.ALL,
          "{\"Records\":null}",
          "{\"Records\":{}}",
          "{\"Records\":[]}",
          "{\"Records\":[null]}",
          "{\"Records\":[[]]}",
          "{\"Records\":[\"" + Planted.ALL + "\"]}",
          "{\"Records\":[{}]}",
          "[".repeat(50_000),
          "{\"a\":".repeat(50_000),
          "\"" + "x".repeat(1 << 20) + "\"");

  /**
   * Events of services that call no function here, and forms that AWS no longer sends or not yet.
   */
  private static final List<String> UNKNOWN =
      List.of(
          "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":\""
              + Planted.ALL
              + "\"}}]}",
          "{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{\"object\":{\"key\":\""
              + Planted.ALL
              + "\"}}}]}",
          "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"data\":\"e30=\"}}]}",
          "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\"" + Planted.ALL + "\"}]}",
          "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}",
          "{\"version\":\"1.0\",\"httpMethod\":\"GET\",\"path\":\"/" + Planted.ALL + "\"}",
          "{\"version\":\"3.0\",\"routeKey\":\"$default\",\"rawPath\":\"/\"}",
          "{\"version\":\"2.0\",\"requestContext\":{\"connectionId\":\"" + Planted.ALL + "\"}}",
          "{\"records\":[{\"payload\":\"" + Planted.ALL + "\"}]}",
          "{\"schedule\":\"" + Planted.ALL + "\",\"scheduledTime\":\"2026-07-01T08:00:00Z\"}",
          "{\"schedule\":\"none\",\"scheduledTime\":\"" + Planted.ALL + "\"}");

  private final Deployment deployment;

  ForeignEventsTest(Deployment deployment) {
    this.deployment = deployment;
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void whatIsMalformedFails(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Map<String, Object> before = deployment.state();

    MALFORMED.forEach(function::assertTurnsDown);

    assertThat(deployment.state()).isEqualTo(before);
    assertThat(function.log()).as("a failure is told").contains("IllegalArgumentException");
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void whatIsOfAnUnknownShapeFails(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    Map<String, Object> before = deployment.state();

    UNKNOWN.forEach(function::assertTurnsDown);

    assertThat(deployment.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void whatIsMeantForAnotherFunctionFails(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    for (DeployedFunction other : deployment.functions()) {
      if (!isAlike(function, other)) {
        List<String> events = other.trigger().chosen();
        Map<String, Object> before = deployment.state();

        events.forEach(function::assertTurnsDown);

        assertThat(deployment.state()).as(other.logicalId()).isEqualTo(before);
      }
    }
  }

  /**
   * Two consumers of queues both take every event; only routes and schedules are somebody's own.
   */
  private static boolean isAlike(DeployedFunction function, DeployedFunction other) {
    boolean takesAny =
        function.trigger() instanceof QueueTrigger || function.trigger() instanceof StreamTrigger;
    return function == other
        || (takesAny && function.trigger().getClass().equals(other.trigger().getClass()));
  }
}
