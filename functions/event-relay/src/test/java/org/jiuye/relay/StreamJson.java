package org.jiuye.relay;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** The events of a table's stream, as Lambda hands them to a function. */
final class StreamJson {
  static final String TYPE = "org.jiuye.stall.booking-confirmed.v1";

  private StreamJson() {}

  static Event event(String subject, long version) {
    return event(TYPE, subject, version);
  }

  static Event event(String type, String subject, long version) {
    return Event.of(
        "/stall-booking",
        type,
        subject,
        OffsetDateTime.parse("2026-07-01T19:00:00+08:00"),
        version,
        Map.of("bookingId", subject, "siteName", Map.of("zh-CN", "人民公园夜市")));
  }

  static Map<String, AttributeValue> item(Event... events) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS("STALL#B"));
    item.put("sk", AttributeValue.fromS("BOOKING"));
    item.put("version", AttributeValue.fromN("1"));
    item.put("workers", AttributeValue.fromL(List.of(AttributeValue.fromBool(true))));
    return events.length == 0 ? item : Outbox.attach(item, List.of(events));
  }

  static JsonNode insert(int sequence, Map<String, AttributeValue> image) {
    return record("INSERT", sequence, Map.of("NewImage", image));
  }

  static JsonNode modify(
      int sequence, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return record("MODIFY", sequence, Map.of("OldImage", before, "NewImage", after));
  }

  static JsonNode remove(int sequence, Map<String, AttributeValue> before) {
    return record("REMOVE", sequence, Map.of("OldImage", before));
  }

  static JsonNode record(
      String eventName, int sequence, Map<String, Map<String, AttributeValue>> images) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("ApproximateCreationDateTime", 1.7828784E9);
    change.put("Keys", Map.of("pk", Map.of("S", "STALL#B"), "sk", Map.of("S", "BOOKING")));
    images.forEach((name, image) -> change.put(name, json(image)));
    change.put("SequenceNumber", sequenceNumber(sequence));
    change.put("SizeBytes", 400);
    change.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("eventID", "id-" + sequence);
    record.put("eventName", eventName);
    record.put("eventVersion", "1.1");
    record.put("eventSource", "aws:dynamodb");
    record.put("awsRegion", "cn-north-1");
    record.put("dynamodb", change);
    record.put("eventSourceARN", "arn:aws-cn:dynamodb:cn-north-1:000000000000:table/t/stream/1");
    return Json.MAPPER.valueToTree(record);
  }

  static String sequenceNumber(int sequence) {
    return "4421584500000000017450439%03d".formatted(sequence);
  }

  static byte[] batch(JsonNode... records) {
    return batch(List.of(records));
  }

  static byte[] batch(List<JsonNode> records) {
    return Json.MAPPER
        .writeValueAsString(Map.of("Records", records))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Map<String, Object> json(Map<String, AttributeValue> map) {
    Map<String, Object> json = new LinkedHashMap<>();
    map.forEach((name, value) -> json.put(name, json(value)));
    return json;
  }

  private static Object json(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case NUL -> Map.of("NULL", true);
      case M -> Map.of("M", json(value.m()));
      case L -> Map.of("L", value.l().stream().map(StreamJson::json).toList());
      default -> throw new IllegalArgumentException("Not needed here: " + value.type());
    };
  }
}
