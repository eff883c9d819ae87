package org.jiuye.checks.deployed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuye.checks.chain.Secrets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/** Plants something personal in events, wherever their sender can. */
final class Planted {
  private static final String NAME = "王桂花";
  private static final String TOKEN = "c2lnbmF0dXJlLW9mLWEtdG9rZW4";

  /** All of it at once. */
  static final String ALL = String.join(" ", Secrets.all()) + " " + NAME + " e30.e30." + TOKEN;

  /** What AWS makes by itself, and no sender chooses. */
  private static final Set<String> MADE_BY_AWS =
      Set.of(
          "requestId",
          "routeKey",
          "messageId",
          "receiptHandle",
          "eventSource",
          "eventSourceARN",
          "awsRegion",
          "eventID",
          "SequenceNumber");

  /** Where each event has something of its own. */
  private static final Set<String> OWN_OF_EACH_EVENT =
      Set.of("pathParameters", "queryStringParameters", "body");

  private static final String OWN = "own";

  /** What all events have in common is tried with the first few. */
  private static final int OFTEN_ENOUGH = 2;

  private final Map<String, Integer> times = new HashMap<>();

  /** What of it a text holds. */
  static List<String> in(String text) {
    return Stream.concat(
            Secrets.in(text, List.of()).stream(), Stream.of(NAME, TOKEN).filter(text::contains))
        .toList();
  }

  /**
   * The event again and again, each time with it in another place: a value, a name, a text within.
   */
  List<String> variantsOf(String event) {
    List<String> variants = new ArrayList<>();
    JsonNode root = Trigger.JSON.readTree(event);
    plant("", root, () -> variants.add(root.toString()));
    return variants;
  }

  private void plant(String path, JsonNode node, Runnable record) {
    switch (node) {
      case ObjectNode object -> {
        for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
          String name = member.getKey();
          if (!MADE_BY_AWS.contains(name)) {
            String below = OWN_OF_EACH_EVENT.contains(name) ? OWN : path + "/" + name;
            plant(below, member.getValue(), planted -> object.set(name, planted), record);
          }
        }
        object.put(ALL, ALL);
        record(path + "/new", record);
        object.remove(ALL);
      }
      case ArrayNode array -> {
        for (int index = 0; index < array.size(); index++) {
          int position = index;
          plant(path + "/*", array.get(index), planted -> array.set(position, planted), record);
        }
      }
      default -> {}
    }
  }

  private void plant(String path, JsonNode value, Place place, Runnable record) {
    place.put(Trigger.JSON.getNodeFactory().stringNode(ALL));
    record(path, record);
    place.put(value);
    if (value.isContainer()) {
      plant(path, value, record);
    } else if (value.isString() && within(value.stringValue()) instanceof ContainerNode<?> text) {
      plant(
          path,
          text,
          () -> {
            place.put(Trigger.JSON.getNodeFactory().stringNode(text.toString()));
            record.run();
            place.put(value);
          });
    }
  }

  private void record(String path, Runnable record) {
    if (path.startsWith(OWN) || times.merge(path, 1, Integer::sum) <= OFTEN_ENOUGH) {
      record.run();
    }
  }

  /** A text that is JSON itself: a body, an event. */
  private static JsonNode within(String text) {
    try {
      return Trigger.JSON.readTree(text);
    } catch (JacksonException plainText) {
      return Trigger.JSON.missingNode();
    }
  }

  @FunctionalInterface
  private interface Place {
    void put(JsonNode value);
  }
}
