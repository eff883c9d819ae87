package org.jiuye.contract.event;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type of event, as the capability that tells it describes it.
 *
 * @param type its name, with its version at the end
 * @param capability the folder of the capability that tells it
 * @param schema the schema of its data
 * @param common the schema of what stands around the data; the data's schema refers to it
 */
public record EventType(String type, String capability, ObjectNode schema, ObjectNode common) {
  /** Examples of its data. */
  public List<JsonNode> examples() {
    return schema.path("examples").valueStream().toList();
  }

  /** What a field of the data looks like, references followed; empty where there is none. */
  public Optional<JsonNode> field(String name) {
    return Optional.ofNullable(schema.path("properties").get(name)).map(this::resolved);
  }

  /** Whether every event of the type holds a field. */
  public boolean alwaysHolds(String name) {
    return schema.path("required").valueStream().anyMatch(field -> field.asString().equals(name));
  }

  /** Whether somebody may have to hear of it in person. */
  public boolean mayHaveRecipients() {
    return field("recipientIds").filter(ids -> ids.path("maxItems").asInt(1) > 0).isPresent();
  }

  private JsonNode resolved(JsonNode field) {
    JsonNode found = field;
    while (found.has("$ref")) {
      String[] reference = found.path("$ref").asString().split("#", 2);
      ObjectNode document = reference[0].isEmpty() ? schema : common;
      found = document.at(reference[1]);
    }
    return found;
  }
}
