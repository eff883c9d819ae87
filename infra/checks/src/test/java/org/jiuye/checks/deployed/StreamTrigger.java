package org.jiuye.checks.deployed;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jiuye.template.LambdaFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records of a table's stream: items with an event of the suite in their outbox. */
final class StreamTrigger extends BatchTrigger {
  private static final AtomicLong SEQUENCE = new AtomicLong(111_000_000_000_000_000L);

  private final LambdaFunction function;

  StreamTrigger(LambdaFunction function) {
    this.function = function;
  }

  @Override
  public boolean isThere() {
    return !function.streamSources().isEmpty();
  }

  @Override
  public List<String> harmless() {
    ObjectNode removed = telling(Trigger.renewed(EVENTS.getFirst())).put("eventName", "REMOVE");
    ((ObjectNode) removed.path("dynamodb")).remove("NewImage");
    return List.of(batch(List.of(removed)));
  }

  @Override
  public List<String> withinList(String event) {
    return List.of();
  }

  @Override
  int batchSize() {
    return source().batchSize();
  }

  @Override
  String batchOf(List<String> events) {
    return batch(events.stream().<JsonNode>map(this::telling).toList());
  }

  /** Records as Lambda hands them on. */
  String batch(List<JsonNode> records) {
    ObjectNode event = JSON.createObjectNode();
    records.forEach(event.withArray("Records")::add);
    return event.toString();
  }

  /** The record of a write that has an event to tell. */
  ObjectNode telling(String event) {
    JsonNode read = JSON.readTree(event);
    ObjectNode record = JSON.createObjectNode();
    String arn = source().streamArn();
    record.put("eventID", UUID.randomUUID().toString().replace("-", ""));
    record.put("eventName", "INSERT");
    record.put("eventVersion", "1.1");
    record.put("eventSource", "aws:dynamodb");
    record.put("awsRegion", arn.split(":", -1)[3]);
    ObjectNode change = record.putObject("dynamodb");
    change.put("ApproximateCreationDateTime", 1_782_878_400L);
    keys(change.putObject("Keys"), read);
    ObjectNode image = change.putObject("NewImage");
    keys(image, read);
    image.putObject("version").put("N", "1");
    image.putObject("note").put("S", "a note");
    image.putObject("outboxId").put("S", UUID.randomUUID().toString());
    ObjectNode entry = image.putObject("outbox").putArray("L").addObject().putObject("M");
    entry.putObject("id").put("S", read.path("id").asString(""));
    entry.putObject("type").put("S", read.path("type").asString(""));
    entry.putObject("event").put("S", event);
    change.put("SequenceNumber", Long.toString(SEQUENCE.incrementAndGet()));
    change.put("SizeBytes", event.length());
    change.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    record.put("eventSourceARN", arn);
    return record;
  }

  static String sequenceNumber(JsonNode record) {
    return record.at("/dynamodb/SequenceNumber").asString("");
  }

  private static void keys(ObjectNode image, JsonNode event) {
    image.putObject("pk").put("S", "STALL#SESSION#people-park#2026-07-01");
    image.putObject("sk").put("S", "STALL#" + event.path("id").asString(""));
  }

  private LambdaFunction.StreamSource source() {
    return function.streamSources().getFirst();
  }
}
