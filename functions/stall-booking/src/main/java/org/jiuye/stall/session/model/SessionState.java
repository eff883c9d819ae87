package org.jiuye.stall.session.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.stall.site.model.Session;

/**
 * A session as it stands: its bookings, the stalls that are being handed on, its waiting list.
 *
 * @param bookings of all stalls that are not free or released
 * @param waitingList in its order
 */
public record SessionState(
    Session session,
    Optional<Closure> closure,
    List<Booking> bookings,
    List<Release> releases,
    List<WaitingEntry> waitingList) {

  /** The stalls that nobody holds and that are not being handed on. */
  public List<String> freeStalls() {
    Set<String> taken = new HashSet<>();
    bookings.forEach(booking -> taken.add(booking.stallNo()));
    releases.forEach(release -> taken.add(release.stallNo()));
    return session.site().stallNumbers().stream().filter(no -> !taken.contains(no)).toList();
  }

  /** The entries without an offer, in their order. */
  public List<WaitingEntry> waiting() {
    return waitingList.stream()
        .filter(entry -> entry.state() == WaitingEntry.State.WAITING)
        .toList();
  }

  /** The entry of a person, empty where there is none. */
  public Optional<WaitingEntry> entryOf(String personId) {
    return waitingList.stream().filter(entry -> entry.personId().equals(personId)).findFirst();
  }

  /** How many stand before a place, and itself. */
  public int rankOf(String entryId) {
    return (int)
        waitingList.stream().filter(entry -> entry.entryId().compareTo(entryId) <= 0).count();
  }
}
