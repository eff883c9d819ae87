package org.jiuye.contract.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuye.contract.schema.Schemas;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types of event that capabilities tell: {@code functions/<capability>/events/TYPE.schema.json}
 * for the data of each, {@code infra/contract/event.schema.json} for what stands around it.
 */
public final class EventCatalog {
  private static final String SUFFIX = ".schema.json";
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode envelope;
  private final Map<String, EventType> types = new TreeMap<>();
  private final Schemas schemas;

  private EventCatalog(Path repository) {
    envelope = read(repository.resolve("infra/contract/event.schema.json"));
    for (Path capability : entries(repository.resolve("functions"))) {
      for (Path file : entries(capability.resolve("events"))) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(SUFFIX)) {
          throw new IllegalStateException(file + " is no " + SUFFIX);
        }
        String type = name.substring(0, name.length() - SUFFIX.length());
        types.put(
            type,
            new EventType(type, String.valueOf(capability.getFileName()), read(file), envelope));
      }
    }
    List<ObjectNode> documents = new ArrayList<>(List.of(envelope));
    types.values().forEach(type -> documents.add(type.schema()));
    schemas = Schemas.of(documents);
  }

  /**
   * Reads the catalog of a repository.
   *
   * @throws IllegalStateException where a file is no JSON object
   */
  public static EventCatalog of(Path repository) {
    return new EventCatalog(repository);
  }

  /** The types that have a schema. */
  public Set<String> types() {
    return types.keySet();
  }

  /** What is known of a type; empty where nobody tells such events. */
  public Optional<EventType> find(String type) {
    return Optional.ofNullable(types.get(type));
  }

  /** What a capability tells. */
  public List<EventType> toldBy(String capability) {
    return types.values().stream().filter(type -> type.capability().equals(capability)).toList();
  }

  /** An event for each example of data, as JSON. */
  public List<String> examples() {
    return types.values().stream()
        .flatMap(type -> type.examples().stream().map(data -> example(type, data).toString()))
        .toList();
  }

  /**
   * How an event deviates from its type's schema.
   *
   * @param json a CloudEvent in the JSON format
   * @return empty where it does not
   */
  public List<String> deviations(String json) {
    JsonNode event;
    try {
      event = MAPPER.readTree(json);
    } catch (JacksonException malformed) {
      return List.of("not JSON: " + malformed.getOriginalMessage());
    }
    EventType type = types.get(event.path("type").asString(""));
    if (type == null) {
      return List.of("no schema for the type " + event.path("type"));
    }
    List<String> deviations = new ArrayList<>();
    schemas
        .deviations(wrapped(type), event)
        .forEach(deviation -> deviations.add(deviation.toString()));
    String subject = subject(type, event.path("data"));
    if (!event.path("subject").asString("").equals(subject)) {
      deviations.add("/subject is not \"%s\"".formatted(subject));
    }
    return deviations;
  }

  /** The schema of a whole event of a type. */
  private ObjectNode wrapped(EventType type) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.putArray("allOf").addObject().put("$ref", id(envelope));
    ObjectNode properties = whole.putObject("properties");
    properties.putObject("type").put("const", type.type());
    properties.putObject("source").set("const", type.schema().path("x-source"));
    properties.putObject("data").put("$ref", id(type.schema()));
    return whole;
  }

  private static JsonNode example(EventType type, JsonNode data) {
    ObjectNode event = MAPPER.createObjectNode();
    event
        .put("specversion", "1.0")
        .put("id", UUID.nameUUIDFromBytes(type.type().getBytes(StandardCharsets.UTF_8)).toString())
        .put("source", type.schema().path("x-source").asString())
        .put("type", type.type())
        .put("subject", subject(type, data))
        .put("time", "2026-06-28T09:12:45+08:00")
        .put("datacontenttype", "application/json")
        .put("version", 2)
        .set("data", data);
    return event;
  }

  /** The subject as the schema says that it is made of the data. */
  private static String subject(EventType type, JsonNode data) {
    return GAP.matcher(type.schema().path("x-subject").asString(""))
        .replaceAll(gap -> Matcher.quoteReplacement(data.path(gap.group(1)).asString("")));
  }

  private static String id(JsonNode schema) {
    return schema.path("$id").asString();
  }

  private static ObjectNode read(Path file) {
    try {
      if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException malformed) {
      throw new IllegalStateException(file + ": " + malformed.getOriginalMessage(), malformed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    throw new IllegalStateException(file + " is no JSON object");
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
