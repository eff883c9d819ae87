package org.jiuye.notification.inbox;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.text.Language;

/**
 * A notification as its reader gets it.
 *
 * @param readAt absent while it is unread
 */
@BuiltByName
record NotificationView(
    String notificationId,
    String title,
    String text,
    String template,
    String subject,
    OffsetDateTime createdAt,
    Notification.State state,
    Optional<OffsetDateTime> readAt) {

  static NotificationView of(Notification notification, Words words, Language language) {
    return NotificationViewBuilder.builder()
        .notificationId(notification.notificationId())
        .title(words.title(notification, language))
        .text(words.text(notification, language))
        .template(notification.template())
        .subject(notification.subject())
        .createdAt(CountyTime.inCounty(notification.createdAt()))
        .state(notification.state())
        .readAt(notification.readAt().map(CountyTime::inCounty))
        .build();
  }
}
