package org.jiuye.notification.delivery.model;

import java.util.List;
import org.jiuye.notification.inbox.model.Message;

/** What an event has to tell somebody. */
public sealed interface Notice {
  Message message();

  /** To persons whom the event names. */
  record ToPersons(List<String> personIds, Message message) implements Notice {
    public ToPersons {
      personIds = List.copyOf(personIds);
    }
  }

  /** To those who have a duty in a division. */
  record ToOnDuty(String duty, String division, Message message) implements Notice {}
}
