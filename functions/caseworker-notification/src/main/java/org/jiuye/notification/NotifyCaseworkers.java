package org.jiuye.notification;

import java.util.List;
import java.util.Optional;
import org.jiuye.notification.model.Notice;
import org.jiuye.notification.model.Notification;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what an event has to tell into the inboxes of the caseworkers whom it concerns, once each,
 * however often and late the event comes.
 */
final class NotifyCaseworkers implements EventHandler {
  private static final Logger LOG = LoggerFactory.getLogger(NotifyCaseworkers.class);

  private final NoticeStore store;
  private final CaseworkerDirectory directory;

  NotifyCaseworkers(NoticeStore store, CaseworkerDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  @Override
  public void handle(Event event) {
    Optional<Notice> notice = Notice.of(event);
    if (notice.isEmpty()) {
      LOG.info("An event of a type that concerns no caseworker was passed over");
      return;
    }
    for (String recipientId : recipients(notice.get())) {
      store.put(Notification.of(event, notice.get(), recipientId));
    }
  }

  private List<String> recipients(Notice notice) {
    List<String> recipients = directory.recipients(notice.duty(), notice.division());
    if (recipients.isEmpty()) {
      LOG.error(
          "No caseworker has the duty {} in division {}: the message cannot be handled until"
              + " somebody has",
          notice.duty(),
          notice.division());
      throw new IllegalStateException("No caseworker for a division");
    }
    return recipients;
  }
}
