package org.jiuye.relay.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The queues that hear of events.
 *
 * @param typesByQueueUrl by the URL of a queue, the types of events that it hears of: whole types,
 *     or their beginnings
 */
public record Subscriptions(Map<String, List<String>> typesByQueueUrl) {
  /** A whole type with its version, or the beginning of types, up to a dot. */
  private static final Pattern TYPES =
      Pattern.compile("([a-z][a-z0-9-]*\\.)+|([a-z][a-z0-9-]*\\.)+v[1-9][0-9]*");

  private static final Pattern QUEUE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final Pattern QUEUE_URL = Pattern.compile("(https?://\\S+/)[A-Za-z0-9_-]{1,80}");

  public Subscriptions {
    typesByQueueUrl = Map.copyOf(typesByQueueUrl);
  }

  /**
   * Reads a JSON object such as {@code {"notices": ["org.jiuye.stall.", "org.jiuye.loan."]}}: the
   * names of queues, each with the types that it hears of. All queues are in one account and
   * region, so their URLs differ only in their names.
   *
   * @param neighbourUrl the URL of another queue in that account and region
   * @throws IllegalArgumentException where it is not such an object, or is not clear
   */
  public static Subscriptions parse(String json, String neighbourUrl) {
    String base = base(neighbourUrl);
    Map<String, List<String>> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object(json).properties()) {
      String name = entry.getKey();
      if (!QUEUE_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("Not the name of a queue: \"" + name + "\"");
      }
      types.put(base + name, types(name, entry.getValue()));
    }
    return new Subscriptions(types);
  }

  /** The URLs of the queues that hear of events of a type. */
  public Set<String> queuesFor(String eventType) {
    Set<String> queues = new LinkedHashSet<>();
    typesByQueueUrl.forEach(
        (queueUrl, types) -> {
          if (types.stream().anyMatch(type -> includes(type, eventType))) {
            queues.add(queueUrl);
          }
        });
    return queues;
  }

  private static boolean includes(String type, String eventType) {
    return type.endsWith(".") ? eventType.startsWith(type) : eventType.equals(type);
  }

  private static String base(String url) {
    Matcher matcher = QUEUE_URL.matcher(url);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not the URL of a queue: \"" + url + "\"");
    }
    return matcher.group(1);
  }

  private static JsonNode object(String json) {
    try {
      JsonNode node = Json.MAPPER.readTree(json);
      if (node.isObject() && !node.isEmpty()) {
        return node;
      }
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(
          "Subscriptions must be JSON: " + malformed.getOriginalMessage(), malformed);
    }
    throw new IllegalArgumentException(
        "Subscriptions must be a JSON object of at least one queue's name");
  }

  private static List<String> types(String queueName, JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      throw new IllegalArgumentException(
          queueName + " needs an array of the types that it hears of");
    }
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode entry : value) {
      String type = entry.stringValue("");
      if (!TYPES.matcher(type).matches()) {
        throw new IllegalArgumentException(
            queueName
                + " hears of "
                + entry
                + ", which is neither a type with its version nor a beginning that ends in a dot");
      }
      if (!types.add(type)) {
        throw new IllegalArgumentException(queueName + " hears of " + type + " twice");
      }
    }
    return List.copyOf(types);
  }
}
