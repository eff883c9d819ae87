package org.jiuye.local.source;

import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;
import tools.jackson.databind.JsonNode;

/** The filter patterns of an event source mapping, matched by the library that AWS matches with. */
final class EventFilter {

  private final Machine patterns = Machine.builder().build();

  /**
   * Reads the patterns; where there are none, everything passes.
   *
   * @throws IllegalArgumentException when one is no pattern
   */
  EventFilter(List<String> texts) {
    for (String text : texts) {
      try {
        patterns.addRule(text, text);
      } catch (IOException e) {
        throw new IllegalArgumentException("filter pattern: cannot understand " + text, e);
      }
    }
  }

  /** Whether one of the patterns matches. */
  boolean passes(JsonNode event) {
    try {
      return patterns.isEmpty() || !patterns.rulesForJSONEvent(event.toString()).isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException("Event ruler cannot read an event", e);
    }
  }
}
