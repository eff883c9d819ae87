package org.jiuye.notification.model;

/** Whose inbox a notice goes to. */
public sealed interface Audience {
  /** One person: the holder of what the event is about, for example. */
  record Person(String personId) implements Audience {}

  /**
   * Those who serve a division.
   *
   * @param duty those who have this duty
   * @param division where it happened
   */
  record OnDuty(Duty duty, String division) implements Audience {}
}
