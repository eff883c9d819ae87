package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.runtime.Outcome;
import org.jiuye.template.LambdaFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of a queue: every event of the suite. What concerns the function it handles, and passes
 * over what does not.
 */
final class QueueTrigger implements Trigger {
  private static final List<String> EVENTS = new EventSchemas().examples();

  /** Messages that are no events of the suite. */
  static final List<String> POISON =
      List.of(
          "",
          "{",
          "null",
          "[]",
          "{}",
          "text",
          "[" + EVENTS.getFirst() + "]",
          "{\"payload\":" + EVENTS.getFirst() + "}",
          EVENTS.getFirst().replace("\"specversion\":\"1.0\"", "\"specversion\":\"0.3\""),
          EVENTS.getFirst().replace("\"data\":{", "\"data\":[],\"other\":{"),
          "[".repeat(20_000));

  private final LambdaFunction function;

  QueueTrigger(LambdaFunction function) {
    this.function = function;
  }

  @Override
  public boolean isThere() {
    return !function.queueSources().isEmpty();
  }

  @Override
  public List<String> good() {
    List<String> batches = new ArrayList<>();
    int size = source().batchSize();
    for (int from = 0; from < EVENTS.size(); from += size) {
      List<String> part = EVENTS.subList(from, Math.min(from + size, EVENTS.size()));
      batches.add(batch(part.stream().map(Trigger::renewed).toList()));
    }
    return batches;
  }

  @Override
  public List<String> chosen() {
    return EVENTS.stream().map(event -> batch(List.of(Trigger.renewed(event)))).toList();
  }

  @Override
  public void assertDone(Map<String, Outcome> outcomes) {
    outcomes.forEach(
        (event, outcome) ->
            assertThat(Trigger.batchItemFailures(outcome)).as("%s: %s", event, outcome).isEmpty());
  }

  @Override
  public List<String> harmless() {
    return List.of(batch(List.of("not an event")));
  }

  @Override
  public List<String> withinList(String event) {
    String inner = Trigger.object(event).path("Records").path(0).path("body").asString(event);
    return List.of(batch(List.of("[" + inner + "]")), batch(List.of("[" + event + "]")));
  }

  @Override
  public boolean isRefusal(Outcome outcome) {
    return outcome.failed() || !Trigger.batchItemFailures(outcome).isEmpty();
  }

  /** Messages as Lambda hands them on. */
  String batch(List<String> bodies) {
    ObjectNode event = JSON.createObjectNode();
    bodies.forEach(body -> event.withArray("Records").add(message(body)));
    return event.toString();
  }

  private ObjectNode message(String body) {
    String arn = source().queueArn();
    ObjectNode message = JSON.createObjectNode();
    message.put("messageId", UUID.randomUUID().toString());
    message.put("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a");
    message.put("body", body);
    message
        .putObject("attributes")
        .put("ApproximateReceiveCount", "1")
        .put("SentTimestamp", "1782878400000")
        .put("SenderId", "AROAJDQ:function")
        .put("ApproximateFirstReceiveTimestamp", "1782878400012");
    message.putObject("messageAttributes");
    message.put("md5OfBody", md5(body));
    message.put("eventSource", "aws:sqs");
    message.put("eventSourceARN", arn);
    message.put("awsRegion", arn.split(":", -1)[3]);
    return message;
  }

  private LambdaFunction.QueueSource source() {
    return function.queueSources().getFirst();
  }

  private static String md5(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
