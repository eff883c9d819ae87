package org.jiuye.notification.delivery.model;

/** Whose inboxes a notice goes to. */
public sealed interface Audience {
  /** The person whom the event is about. */
  record Subject() implements Audience {}

  /** The persons who must hear of the event, as it names them. */
  record Named() implements Audience {}

  /**
   * Those who serve the event's division.
   *
   * @param duty those who have this duty, as the county's list of its people names it
   */
  record OnDuty(String duty) implements Audience {}
}
