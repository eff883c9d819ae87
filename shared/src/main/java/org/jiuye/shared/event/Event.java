package org.jiuye.shared.event;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jiuye.shared.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened, as a CloudEvent (specification 1.0, JSON format).
 *
 * @param id unique for ever; what a consumer writes is named after it
 * @param source the capability that it happened in, a path such as {@code /stall-booking}
 * @param type what happened, with the version of the data's schema at its end
 * @param subject the id of the thing it happened to
 * @param version the thing's version after it, counting from 1: later things have higher ones
 * @param data what a consumer needs to know, opaque ids in the place of persons
 */
public record Event(
    String id,
    String source,
    String type,
    String subject,
    OffsetDateTime time,
    long version,
    JsonNode data) {

  private static final String SPECIFICATION = "1.0";

  /** A new event, with an id of its own. */
  public static Event of(
      String source, String type, String subject, OffsetDateTime time, long version, Object data) {
    return new Event(
        UUID.randomUUID().toString(),
        source,
        type,
        subject,
        time,
        version,
        Json.MAPPER.valueToTree(data));
  }

  /** This event in the JSON format. */
  public String toJson() {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("specversion", SPECIFICATION);
    envelope.put("id", id);
    envelope.put("source", source);
    envelope.put("type", type);
    envelope.put("subject", subject);
    envelope.put("time", time);
    envelope.put("datacontenttype", "application/json");
    envelope.put("version", version);
    envelope.put("data", data);
    return Json.MAPPER.writeValueAsString(envelope);
  }

  /**
   * Reads an event from the JSON format.
   *
   * @throws IllegalArgumentException where it is not such an event; the message quotes nothing of
   *     it
   */
  public static Event read(String json) {
    try {
      JsonNode node = Json.MAPPER.readTree(json);
      if (!SPECIFICATION.equals(text(node, "specversion"))) {
        throw new IllegalArgumentException("Not a CloudEvent of specification 1.0");
      }
      JsonNode version = node.path("version");
      JsonNode data = node.path("data");
      if (!version.isIntegralNumber() || version.longValue() < 1 || !data.isObject()) {
        throw new IllegalArgumentException("An event needs a version from 1 and data");
      }
      return new Event(
          text(node, "id"),
          text(node, "source"),
          text(node, "type"),
          text(node, "subject"),
          OffsetDateTime.parse(text(node, "time")),
          version.longValue(),
          data);
    } catch (JacksonException | DateTimeParseException failure) {
      // Without its cause, whose message quotes what it met.
      throw new IllegalArgumentException("Not an event");
    }
  }

  /**
   * The data as a record.
   *
   * @throws IllegalArgumentException where it does not fit
   */
  public <T> T dataAs(Class<T> shape) {
    try {
      return Json.MAPPER.treeToValue(data, shape);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException("The data of an event does not fit");
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw new IllegalArgumentException("An event without " + field);
    }
    return value.stringValue();
  }
}
