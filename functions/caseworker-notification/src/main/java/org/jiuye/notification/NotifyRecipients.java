package org.jiuye.notification;

import java.util.List;
import org.jiuye.notification.model.Audience;
import org.jiuye.notification.model.Notice;
import org.jiuye.notification.model.Notification;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what an event has to tell into the inboxes of those whom it concerns, once each, however
 * often and late the event comes.
 */
final class NotifyRecipients implements EventHandler {
  private static final Logger LOG = LoggerFactory.getLogger(NotifyRecipients.class);

  private final NoticeStore store;
  private final CaseworkerDirectory directory;

  NotifyRecipients(NoticeStore store, CaseworkerDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  @Override
  public void handle(Event event) {
    List<Notice> notices = Notice.of(event);
    if (notices.isEmpty()) {
      LOG.info("An event of a type that concerns nobody was passed over");
    }
    // Persons come first: that a division has nobody on duty yet keeps nothing from them.
    for (Notice notice : notices) {
      for (String recipientId : recipients(notice.audience())) {
        store.put(Notification.of(event, notice, recipientId));
      }
    }
  }

  private List<String> recipients(Audience audience) {
    return switch (audience) {
      case Audience.Person person -> List.of(person.personId());
      case Audience.OnDuty onDuty -> onDuty(onDuty);
    };
  }

  private List<String> onDuty(Audience.OnDuty audience) {
    List<String> recipients = directory.recipients(audience.duty(), audience.division());
    if (recipients.isEmpty()) {
      LOG.error(
          "Nobody has the duty {} in division {}: the message waits until somebody has",
          audience.duty().code(),
          audience.division());
      throw new IllegalStateException("Nobody serves a division");
    }
    return recipients;
  }
}
