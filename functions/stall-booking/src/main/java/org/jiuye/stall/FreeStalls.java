package org.jiuye.stall;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.Session;

/** Finds a stall that nobody holds; by chance, so that many who ask at once do not collide. */
final class FreeStalls {
  private final StallStore store;

  FreeStalls(StallStore store) {
    this.store = store;
  }

  /**
   * A stall that looks free.
   *
   * @param first whether this is the first try; a cheap look may do then, unless it finds nothing
   * @return empty only where a consistent look finds none
   */
  Optional<String> choose(Session session, boolean first) {
    List<String> free = free(session, !first);
    if (free.isEmpty() && first) {
      free = free(session, true);
    }
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(free.get(ThreadLocalRandom.current().nextInt(free.size())));
  }

  private List<String> free(Session session, boolean consistent) {
    Set<String> taken = new HashSet<>();
    for (Booking booking : store.holders(session.site().siteId(), session.date(), consistent)) {
      taken.add(booking.stallNo());
    }
    return session.site().stallNumbers().stream()
        .filter(stallNo -> !taken.contains(stallNo))
        .toList();
  }
}
