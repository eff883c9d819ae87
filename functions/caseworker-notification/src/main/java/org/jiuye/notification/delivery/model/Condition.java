package org.jiuye.notification.delivery.model;

/**
 * What a field of an event's data must be for a notice to be given.
 *
 * @param state of the field
 */
public record Condition(String field, State state) {
  /** What a field can be. */
  public enum State {
    TRUE,
    FALSE,
    PRESENT,
    ABSENT
  }

  boolean holdsFor(EventData data) {
    return switch (state) {
      case TRUE -> data.flag(field);
      case FALSE -> !data.flag(field);
      case PRESENT -> data.has(field);
      case ABSENT -> !data.has(field);
    };
  }
}
