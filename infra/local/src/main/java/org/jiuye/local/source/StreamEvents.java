package org.jiuye.local.source;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes records of a table's stream as Lambda hands them to a function. */
final class StreamEvents {
  /** How DynamoDB Local's stream shows an empty map. */
  private static final AttributeValue NOTHING = AttributeValue.builder().build();

  private static final JsonMapper JSON = new JsonMapper();

  private final String streamArn;

  StreamEvents(String streamArn) {
    this.streamArn = streamArn;
  }

  byte[] event(List<Record> records) {
    ObjectNode event = JSON.createObjectNode();
    records.forEach(record -> event.withArray("Records").add(record(record)));
    return JSON.writeValueAsBytes(event);
  }

  ObjectNode record(Record record) {
    ObjectNode json = JSON.createObjectNode();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", record.eventVersion());
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", Arns.region(streamArn));
    json.set("dynamodb", change(record.dynamodb()));
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("type", record.userIdentity().type())
          .put("principalId", record.userIdentity().principalId());
    }
    json.put("eventSourceARN", streamArn);
    return json;
  }

  private static ObjectNode change(StreamRecord change) {
    ObjectNode json = JSON.createObjectNode();
    json.put("ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    json.set("Keys", image(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", image(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", image(change.oldImage()));
    }
    json.put("SequenceNumber", change.sequenceNumber());
    json.put("SizeBytes", change.sizeBytes());
    json.put("StreamViewType", change.streamViewTypeAsString());
    return json;
  }

  private static ObjectNode image(Map<String, AttributeValue> attributes) {
    ObjectNode json = JSON.createObjectNode();
    attributes.forEach((name, value) -> json.set(name, attribute(value)));
    return json;
  }

  private static JsonNode attribute(AttributeValue value) {
    ObjectNode json = JSON.createObjectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b().asByteArray()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case SS -> value.ss().forEach(json.withArray("SS")::add);
      case NS -> value.ns().forEach(json.withArray("NS")::add);
      case BS -> value.bs().forEach(bytes -> json.withArray("BS").add(base64(bytes.asByteArray())));
      case M -> json.set("M", image(value.m()));
      case L -> {
        json.putArray("L");
        value.l().forEach(element -> json.withArray("L").add(attribute(element)));
      }
      case UNKNOWN_TO_SDK_VERSION -> {
        if (!value.equals(NOTHING)) {
          throw new IllegalStateException("an attribute of a type that the SDK does not know");
        }
        json.putObject("M");
      }
    }
    return json;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
