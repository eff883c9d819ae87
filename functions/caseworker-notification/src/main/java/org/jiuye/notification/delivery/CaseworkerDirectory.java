package org.jiuye.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jiuye.notification.delivery.model.Caseworker;
import org.jiuye.notification.delivery.model.Recipients;

/**
 * Knows the people who serve each division. The list is short and seldom changes; a warm function
 * keeps it.
 */
public final class CaseworkerDirectory {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final CaseworkerStore store;
  private final InstantSource realTime;
  private volatile Copy copy = new Copy(List.of(), Instant.MIN);

  /** A directory that keeps the list for a minute of real time. */
  public CaseworkerDirectory(CaseworkerStore store, InstantSource realTime) {
    this.store = store;
    this.realTime = realTime;
  }

  /**
   * The person ids of those who have a duty in a division; none only where the table has nobody
   * now.
   */
  List<String> recipients(String duty, String division) {
    Copy known = copy;
    if (known.readAt().isAfter(realTime.instant().minus(KEPT))) {
      List<String> recipients = Recipients.of(known.caseworkers(), duty, division);
      if (!recipients.isEmpty()) {
        return recipients;
      }
    }
    Copy fresh = new Copy(store.all(), realTime.instant());
    copy = fresh;
    return Recipients.of(fresh.caseworkers(), duty, division);
  }

  private record Copy(List<Caseworker> caseworkers, Instant readAt) {}
}
