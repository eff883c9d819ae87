package org.jiuye.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.TableHistory.Change;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.WaitingEntry;

/**
 * That the order of the waiting list is kept: an offer does not go to a later place while an
 * earlier one waits that has not been passed over for this stall.
 *
 * <p>An offer is made from a look at the session, and who comes between look and write is not seen.
 * So that only who could have been seen counts, somebody writes {@link #MARK marks} all the time,
 * each with a time that the clock had passed when the one before was written: what stands before a
 * mark in the stream was there for everybody whose clock showed more.
 */
final class WaitingHistory {
  static final String MARK = "TEST#MARK";
  static final String AFTER_LAST = "afterLast";

  private final NavigableMap<Long, Integer> visible = new TreeMap<>();
  private final Map<String, Map<String, Waiting>> lists = new HashMap<>();
  private int lastMark = -1;
  private int offers;

  private WaitingHistory() {}

  private record Waiting(WaitingEntry entry, int since) {}

  /** Replays a history and checks each offer; answers how many there were. */
  static int check(List<Change> history) {
    WaitingHistory list = new WaitingHistory();
    for (int position = 0; position < history.size(); position++) {
      list.see(history.get(position), position);
    }
    WaitingHistory replay = new WaitingHistory();
    replay.visible.putAll(list.visible);
    for (int position = 0; position < history.size(); position++) {
      replay.see(history.get(position), position);
      replay.checkOffer(history.get(position));
    }
    return replay.offers;
  }

  private void see(Change change, int position) {
    if (change.key().partition().equals(MARK)) {
      if (lastMark >= 0) {
        visible.put(Items.number(change.after(), AFTER_LAST), lastMark);
      }
      lastMark = position;
      return;
    }
    if (!change.key().sort().startsWith("ENTRY#")) {
      return;
    }
    Map<String, Waiting> list =
        lists.computeIfAbsent(change.key().partition(), session -> new TreeMap<>());
    if (change.after().isEmpty()) {
      list.remove(change.key().sort());
    } else {
      WaitingEntry entry = OneSite.ITEMS.decode(change.after(), WaitingEntry.class);
      list.put(change.key().sort(), new Waiting(entry, position));
    }
  }

  private void checkOffer(Change change) {
    if (!change.key().sort().startsWith("STALL#")
        || change.before("bookingId").isPresent()
        || change.after("bookingId").isEmpty()) {
      return;
    }
    Booking offer = OneSite.ITEMS.decode(change.after(), Booking.class);
    if (offer.state() != BookingState.OFFERED) {
      return;
    }
    offers++;
    Map.Entry<Long, Integer> seen = visible.lowerEntry(offer.bookedAt().toEpochMilli());
    int horizon = seen == null ? -1 : seen.getValue();
    List<String> passedOver = offer.openOffer().passedOver();
    boolean again = passedOver.contains(offer.personId());
    for (Waiting other : lists.getOrDefault(change.key().partition(), Map.of()).values()) {
      WaitingEntry entry = other.entry();
      if (entry.state() != WaitingEntry.State.WAITING
          || other.since() > horizon
          || entry.entryId().equals(offer.openOffer().entryId())
          || passedOver.contains(entry.personId())) {
        continue;
      }
      assertThat(again).as("%s went past %s", offer, entry).isFalse();
      assertThat(entry.entryId())
          .as("%s went past %s", offer, entry)
          .isGreaterThan(offer.openOffer().entryId());
    }
  }
}
