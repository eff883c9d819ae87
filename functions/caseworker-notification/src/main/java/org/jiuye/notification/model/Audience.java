package org.jiuye.notification.model;

/** Whose inbox a notice goes to. */
public sealed interface Audience {
  /** The duty of who looks after a division's stalls. */
  String STALLS = "stalls";

  /** One person: the holder of what the event is about, for example. */
  record Person(String personId) implements Audience {}

  /**
   * The caseworkers who serve a division.
   *
   * @param duty those who have this duty
   * @param division where it happened
   */
  record OnDuty(String duty, String division) implements Audience {}
}
