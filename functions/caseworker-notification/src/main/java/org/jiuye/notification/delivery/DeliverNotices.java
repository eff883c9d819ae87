package org.jiuye.notification.delivery;

import java.util.List;
import org.jiuye.notification.delivery.model.Notice;
import org.jiuye.notification.delivery.model.Rulebook;
import org.jiuye.notification.inbox.InboxStore;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what an event has to tell into the inboxes of those whom it concerns, once each, however
 * often and late the event comes. An event of a type that is not known fails, and so comes again:
 * whoever tells it may have been updated before this function was.
 */
public final class DeliverNotices implements EventHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverNotices.class);

  private final Rulebook rulebook;
  private final InboxStore inboxes;
  private final CaseworkerDirectory directory;

  public DeliverNotices(Rulebook rulebook, InboxStore inboxes, CaseworkerDirectory directory) {
    this.rulebook = rulebook;
    this.inboxes = inboxes;
    this.directory = directory;
  }

  @Override
  public void handle(Event event) {
    List<Notice> notices =
        rulebook
            .notices(event)
            .orElseThrow(() -> new IllegalStateException("No notices are known for such events"));
    // Persons come first: that a division has nobody on duty yet keeps nothing from them.
    for (Notice notice : notices) {
      for (String recipientId : recipients(notice)) {
        inboxes.put(Notification.of(event, notice.message(), recipientId));
      }
    }
  }

  private List<String> recipients(Notice notice) {
    return switch (notice) {
      case Notice.ToPersons toPersons -> toPersons.personIds();
      case Notice.ToOnDuty toOnDuty -> onDuty(toOnDuty.duty(), toOnDuty.division());
    };
  }

  private List<String> onDuty(String duty, String division) {
    List<String> recipients = directory.recipients(duty, division);
    if (recipients.isEmpty()) {
      LOG.error(
          "Nobody has the duty {} in division {}: the message waits until somebody has",
          duty,
          division);
      throw new IllegalStateException("Nobody serves a division");
    }
    return recipients;
  }
}
