package org.jiuye.notification.inbox;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.text.Language;

/**
 * A notification as its reader gets it.
 *
 * @param readAt absent while it is unread
 */
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
    return new NotificationView(
        notification.notificationId(),
        words.title(notification, language),
        words.text(notification, language),
        notification.template(),
        notification.subject(),
        CountyTime.inCounty(notification.createdAt()),
        notification.state(),
        notification.readAt().map(CountyTime::inCounty));
  }
}
