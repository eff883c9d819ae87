package org.jiuye.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jiuye.notification.model.Caseworker;
import org.jiuye.notification.model.Duty;
import org.jiuye.notification.model.Recipients;

/** Who serves which division. The list is short and seldom changes; a warm function keeps it. */
final class CaseworkerDirectory {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final NoticeStore store;
  private final InstantSource realTime;
  private volatile Copy copy = new Copy(List.of(), Instant.MIN);

  CaseworkerDirectory(NoticeStore store, InstantSource realTime) {
    this.store = store;
    this.realTime = realTime;
  }

  /** The person ids of who must hear of something; none only where the table has nobody now. */
  List<String> recipients(Duty duty, String division) {
    Copy known = copy;
    if (known.readAt().isAfter(realTime.instant().minus(KEPT))) {
      List<String> recipients = Recipients.of(known.caseworkers(), duty, division);
      if (!recipients.isEmpty()) {
        return recipients;
      }
    }
    Copy fresh = new Copy(store.caseworkers(), realTime.instant());
    copy = fresh;
    return Recipients.of(fresh.caseworkers(), duty, division);
  }

  private record Copy(List<Caseworker> caseworkers, Instant readAt) {}
}
