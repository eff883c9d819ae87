package org.jiuye.checks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jiuye.checks.Repository;
import org.jiuye.checks.contract.SchemaCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of events, {@code infra/api/events/TYPE.schema.json}: one for each type. */
public final class EventSchemas {
  private static final String SUFFIX = ".schema.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, JsonNode> schemas = new TreeMap<>();
  private final Map<String, SchemaCheck> checks = new TreeMap<>();

  /** Reads the schemas. */
  public EventSchemas() {
    Path folder = Repository.root().resolve("infra/api/events");
    for (Path file : Repository.files(folder, SUFFIX)) {
      String name = String.valueOf(file.getFileName());
      JsonNode schema = MAPPER.readTree(Repository.text(file));
      String type = name.substring(0, name.length() - SUFFIX.length());
      schemas.put(type, schema);
      checks.put(type, new SchemaCheck(schema));
    }
  }

  /** The types that have a schema. */
  public Set<String> types() {
    return checks.keySet();
  }

  /** Every schema's examples: whole events, as JSON. */
  public List<String> examples() {
    return schemas.values().stream()
        .flatMap(schema -> schema.path("examples").valueStream())
        .map(JsonNode::toString)
        .toList();
  }

  JsonNode schema(String type) {
    return Objects.requireNonNull(schemas.get(type), type);
  }

  /**
   * Makes sure that an event is as its type's schema says.
   *
   * @param json a CloudEvent in the JSON format
   * @throws AssertionError naming every deviation
   */
  public void validate(String json) {
    assertThat(deviations(json)).as(json).isEmpty();
  }

  /** How an event deviates from its type's schema; empty where it does not. */
  public List<String> deviations(String json) {
    JsonNode event;
    try {
      event = MAPPER.readTree(json);
    } catch (JacksonException malformed) {
      return List.of("not JSON: " + malformed.getOriginalMessage());
    }
    String type = event.path("type").asString("");
    SchemaCheck check = checks.get(type);
    return check == null
        ? List.of("no schema for the type \"%s\"".formatted(type))
        : check.deviations(event);
  }
}
