package org.jiuye.checks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.checks.Repository;
import org.jiuye.checks.contract.SchemaCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of events: {@code functions/CAPABILITY/events/TYPE.schema.json} for the data of each
 * type, {@code infra/contract/event.schema.json} for what stands around it.
 */
public final class EventSchemas {
  private static final String SUFFIX = ".schema.json";
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, JsonNode> schemas = new TreeMap<>();
  private final Map<String, String> capabilities = new TreeMap<>();
  private final Map<String, SchemaCheck> checks = new TreeMap<>();

  /** Reads the schemas. */
  public EventSchemas() {
    JsonNode envelope = read(Repository.root().resolve("infra/contract/event.schema.json"));
    Map<String, String> byId = new TreeMap<>();
    byId.put(id(envelope), envelope.toString());
    for (Path module : Repository.modules("functions")) {
      for (Path file : Repository.files(module.resolve("events"), SUFFIX)) {
        String name = String.valueOf(file.getFileName());
        String type = name.substring(0, name.length() - SUFFIX.length());
        JsonNode schema = read(file);
        schemas.put(type, schema);
        capabilities.put(type, String.valueOf(module.getFileName()));
        byId.put(id(schema), schema.toString());
      }
    }
    schemas.forEach(
        (type, schema) ->
            checks.put(type, SchemaCheck.of(whole(type, schema, id(envelope)), byId)));
  }

  /** The types that have a schema. */
  public Set<String> types() {
    return checks.keySet();
  }

  /** An event for each example of data in a schema, as JSON. */
  public List<String> examples() {
    List<String> examples = new ArrayList<>();
    schemas.forEach(
        (type, schema) ->
            schema
                .path("examples")
                .forEach(data -> examples.add(example(type, schema, data).toString())));
    return examples;
  }

  /** The schema of a type's data. */
  JsonNode schema(String type) {
    return Objects.requireNonNull(schemas.get(type), type);
  }

  /** The folder of the capability that tells a type. */
  String capability(String type) {
    return Objects.requireNonNull(capabilities.get(type), type);
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
    if (check == null) {
      return List.of("no schema for the type \"%s\"".formatted(type));
    }
    List<String> deviations = new ArrayList<>(check.deviations(event));
    String subject = subject(schema(type), event.path("data"));
    if (!event.path("subject").asString("").equals(subject)) {
      deviations.add("/subject is not \"%s\"".formatted(subject));
    }
    return deviations;
  }

  private static JsonNode read(Path file) {
    return MAPPER.readTree(Repository.text(file));
  }

  private static String id(JsonNode schema) {
    return schema.path("$id").asString();
  }

  /** The schema of a whole event of a type. */
  private static JsonNode whole(String type, JsonNode schema, String envelopeId) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.putArray("allOf").addObject().put("$ref", envelopeId);
    ObjectNode properties = whole.putObject("properties");
    properties.putObject("type").put("const", type);
    properties.putObject("source").set("const", schema.path("x-source"));
    properties.putObject("data").put("$ref", id(schema));
    return whole;
  }

  private static JsonNode example(String type, JsonNode schema, JsonNode data) {
    ObjectNode event = MAPPER.createObjectNode();
    event
        .put("specversion", "1.0")
        .put("id", UUID.nameUUIDFromBytes(type.getBytes(StandardCharsets.UTF_8)).toString())
        .put("source", schema.path("x-source").asString())
        .put("type", type)
        .put("subject", subject(schema, data))
        .put("time", "2026-06-28T09:12:45+08:00")
        .put("datacontenttype", "application/json")
        .put("version", 2)
        .set("data", data);
    return event;
  }

  /** The subject as the schema says it is made of the data. */
  private static String subject(JsonNode schema, JsonNode data) {
    return GAP.matcher(schema.path("x-subject").asString(""))
        .replaceAll(gap -> Matcher.quoteReplacement(data.path(gap.group(1)).asString("")));
  }
}
