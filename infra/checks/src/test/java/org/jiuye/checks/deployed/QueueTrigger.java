package org.jiuye.checks.deployed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jiuye.template.LambdaFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of a queue: every event of the suite. What concerns the function it handles, and passes
 * over what does not.
 */
final class QueueTrigger extends BatchTrigger {
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
  public List<String> harmless() {
    return List.of(batch(List.of("not an event")));
  }

  @Override
  public List<String> withinList(String event) {
    String inner = Trigger.object(event).path("Records").path(0).path("body").asString(event);
    return List.of(batch(List.of("[" + inner + "]")), batch(List.of("[" + event + "]")));
  }

  @Override
  int batchSize() {
    return source().batchSize();
  }

  @Override
  String batchOf(List<String> events) {
    return batch(events);
  }

  /** Messages as Lambda hands them on, whatever they say. */
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
