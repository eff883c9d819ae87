package org.jiuye.checks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jiuye.checks.Repository;
import org.jiuye.contract.event.EventCatalog;
import org.jiuye.contract.event.EventType;

/** The schemas of the events that the capabilities tell. */
public final class EventSchemas {
  private final EventCatalog catalog = EventCatalog.of(Repository.root());

  /** The types that have a schema. */
  public Set<String> types() {
    return catalog.types();
  }

  /** An event for each example of data in a schema, as JSON. */
  public List<String> examples() {
    return catalog.examples();
  }

  EventType type(String type) {
    return catalog.find(type).orElseThrow();
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
    return catalog.deviations(json);
  }
}
