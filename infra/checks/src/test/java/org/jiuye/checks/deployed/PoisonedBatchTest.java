package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jiuye.runtime.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** A message or record that cannot be handled does not keep the others from being handled. */
@OnDeployment
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux")
class PoisonedBatchTest {
  private final Deployment deployment;

  PoisonedBatchTest(Deployment deployment) {
    this.deployment = deployment;
  }

  @AfterEach
  void empty() {
    deployment.takeMessages();
  }

  @ParameterizedTest
  @MethodSource("org.jiuye.checks.deployed.SharedDeployment#functions")
  void thePoisonAloneComesAgain(String logicalId) {
    DeployedFunction function = deployment.function(logicalId);
    switch (function.trigger()) {
      case QueueTrigger queue ->
          QueueTrigger.POISON.forEach(poison -> send(function, queue, poison));
      case StreamTrigger stream ->
          QueueTrigger.POISON.forEach(poison -> send(function, stream, poison));
      default -> {
        // One event at a time.
      }
    }
  }

  private void send(DeployedFunction function, QueueTrigger queue, String poison) {
    List<String> events = BatchTrigger.EVENTS;
    String batch =
        queue.batch(
            List.of(Trigger.renewed(events.getFirst()), poison, Trigger.renewed(events.getLast())));
    String poisoned = Trigger.object(batch).path("Records").path(1).path("messageId").asString("");

    Outcome outcome = function.invoke(batch);

    assertThat(Trigger.batchItemFailures(outcome)).as(poison).containsExactly(poisoned);
  }

  /** A record comes again until it is too old, and all behind it wait: so it is parked, whole. */
  private void send(DeployedFunction function, StreamTrigger stream, String poison) {
    String first = Trigger.renewed(BatchTrigger.EVENTS.getFirst());
    String last = Trigger.renewed(BatchTrigger.EVENTS.getLast());
    ObjectNode poisoned = stream.telling(Trigger.renewed(first));
    ((ObjectNode) poisoned.at("/dynamodb/NewImage/outbox/L/0/M/event")).put("S", poison);

    Outcome outcome =
        function.invoke(
            stream.batch(List.of(stream.telling(first), poisoned, stream.telling(last))));

    List<String> again = Trigger.batchItemFailures(outcome);
    Map<String, List<String>> messages = deployment.takeMessages();
    List<String> sent = messages.values().stream().flatMap(Collection::stream).toList();
    if (again.isEmpty()) {
      assertThat(sent).hasSize(3).contains(first, last);
      assertThat(sent).as(poison).contains(poisoned.toString());
    } else {
      assertThat(again).containsExactly(StreamTrigger.sequenceNumber(poisoned));
      assertThat(sent).containsExactlyInAnyOrder(first, last);
    }
  }
}
