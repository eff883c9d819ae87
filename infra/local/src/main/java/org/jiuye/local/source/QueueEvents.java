package org.jiuye.local.source;

import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes messages of a queue as Lambda hands them to a function. */
final class QueueEvents {

  private static final JsonMapper JSON = new JsonMapper();

  private final String queueArn;

  QueueEvents(String queueArn) {
    this.queueArn = queueArn;
  }

  byte[] event(List<Message> messages) {
    ObjectNode event = JSON.createObjectNode();
    messages.forEach(message -> event.withArray("Records").add(record(message)));
    return JSON.writeValueAsBytes(event);
  }

  ObjectNode record(Message message) {
    ObjectNode record = JSON.createObjectNode();
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode messageAttributes = record.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach(
            (name, value) -> {
              ObjectNode attribute = messageAttributes.putObject(name);
              if (value.stringValue() != null) {
                attribute.put("stringValue", value.stringValue());
              }
              if (value.binaryValue() != null) {
                attribute.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
              }
              attribute.putArray("stringListValues");
              attribute.putArray("binaryListValues");
              attribute.put("dataType", value.dataType());
            });
    record.put("md5OfBody", message.md5OfBody());
    if (message.md5OfMessageAttributes() != null) {
      record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
    }
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", Arns.region(queueArn));
    return record;
  }

  /** What filters see: the record, with its body read as JSON where it is JSON. */
  JsonNode filterable(Message message) {
    ObjectNode record = record(message);
    try {
      record.set("body", JSON.readTree(message.body()));
    } catch (JacksonException exception) {
      record.put("body", message.body());
    }
    return record;
  }
}
