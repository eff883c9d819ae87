package org.jiuye.notification.inbox.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.record.BuiltByName;

/**
 * A message in somebody's inbox. It holds no text but names the template that it was made with,
 * pinned to a version, and what stands in its gaps: it is written out in the reader's language.
 *
 * @param template the template's name, as notices name it
 * @param parameters no personal data, and no person's id
 * @param subject the id of the thing that the event is about
 * @param eventVersion the thing's version after the event
 * @param createdAt when it happened
 * @param readAt when it was read first
 */
@BuiltByName
public record Notification(
    String notificationId,
    String recipientId,
    String template,
    int templateVersion,
    Map<String, Object> parameters,
    String subject,
    String eventId,
    long eventVersion,
    Instant createdAt,
    State state,
    Optional<Instant> readAt) {

  public Notification {
    parameters = Map.copyOf(parameters);
  }

  /** Whether the recipient has seen it. */
  public enum State {
    UNREAD,
    READ
  }

  /** What an event has to say to somebody; nobody has read it yet. */
  public static Notification of(Event event, Message message, String recipientId) {
    return NotificationBuilder.builder()
        .notificationId(NotificationId.of(event.time().toInstant(), event.id(), recipientId).text())
        .recipientId(recipientId)
        .template(message.template())
        .templateVersion(message.version())
        .parameters(message.parameters())
        .subject(event.subject())
        .eventId(event.id())
        .eventVersion(event.version())
        .createdAt(event.time().toInstant())
        .state(State.UNREAD)
        .readAt(Optional.empty())
        .build();
  }

  /** The same, read at a time. */
  public Notification read(Instant time) {
    return NotificationBuilder.builder(this).state(State.READ).readAt(Optional.of(time)).build();
  }
}
