package org.jiuye.relay.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.shared.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Which queues hear of which events.
 *
 * @param queuesByTypePrefix how the types of events begin, to the URLs of the queues
 */
public record Subscriptions(Map<String, List<String>> queuesByTypePrefix) {
  public Subscriptions {
    queuesByTypePrefix = Map.copyOf(queuesByTypePrefix);
  }

  /**
   * Reads a JSON object such as {@code {"org.jiuye.stall.": ["https://…"]}}.
   *
   * @throws IllegalArgumentException where it is not one, or leaves open who hears of what
   */
  public static Subscriptions parse(String json) {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(json);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("Subscriptions must be JSON", malformed);
    }
    if (!node.isObject() || node.isEmpty()) {
      throw new IllegalArgumentException("Subscriptions must be a JSON object with an entry");
    }
    Map<String, List<String>> queues = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().isBlank()) {
        throw new IllegalArgumentException("A subscription needs the beginning of a type");
      }
      queues.put(entry.getKey(), urls(entry.getKey(), entry.getValue()));
    }
    return new Subscriptions(queues);
  }

  /** The queues that hear of events of a type, each once. */
  public Set<String> queuesFor(String eventType) {
    Set<String> queues = new LinkedHashSet<>();
    queuesByTypePrefix.forEach(
        (prefix, urls) -> {
          if (eventType.startsWith(prefix)) {
            queues.addAll(urls);
          }
        });
    return queues;
  }

  private static List<String> urls(String prefix, JsonNode value) {
    if (!value.isArray()
        || value.isEmpty()
        || !value.valueStream().allMatch(url -> url.isString() && isUrl(url.stringValue()))) {
      throw new IllegalArgumentException(prefix + " must be subscribed to by URLs of queues");
    }
    return value.valueStream().map(JsonNode::stringValue).distinct().toList();
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
