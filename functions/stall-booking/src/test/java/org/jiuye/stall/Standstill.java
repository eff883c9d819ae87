package org.jiuye.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.session.WaitingStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Closure;
import org.jiuye.stall.session.model.Release;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.WaitingEntry;
import org.jiuye.stall.site.model.Session;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold of some sessions and persons while nobody does anything. */
public final class Standstill {
  private static final Set<BookingState> HOLDS_NIGHT =
      Set.of(
          BookingState.CONFIRMED,
          BookingState.CHECKED_IN,
          BookingState.COMPLETED,
          BookingState.NO_SHOW);
  private static final Set<String> NOT_OF_THE_RECORD = Set.of("pk", "sk", "outbox", "outboxId");

  private final Map<LocalDate, SessionState> sessions = new TreeMap<>();
  private final Map<String, Map<String, AttributeValue>> records = new HashMap<>();
  private final Map<String, Booking> bookings = new HashMap<>();

  private Standstill() {}

  public static Standstill of(OneSite bed, List<LocalDate> nights) {
    Standstill standstill = new Standstill();
    nights.forEach(night -> standstill.read(bed, night));
    return standstill;
  }

  public Map<String, Booking> bookings() {
    return bookings;
  }

  public SessionState session(LocalDate night) {
    return Objects.requireNonNull(sessions.get(night));
  }

  private void read(OneSite bed, LocalDate night) {
    List<Booking> holders = new ArrayList<>();
    List<Release> releases = new ArrayList<>();
    List<WaitingEntry> waitingList = new ArrayList<>();
    Optional<Closure> closure = Optional.empty();
    for (Map<String, AttributeValue> item : bed.partition(OneSite.session(night))) {
      String sort = Items.text(item, "sk");
      if (sort.startsWith("ENTRY#")) {
        waitingList.add(OneSite.ITEMS.decode(item, WaitingEntry.class));
      } else if (sort.equals("SESSION")) {
        closure = Optional.of(OneSite.ITEMS.decode(item, Closure.class));
      } else if (sort.startsWith("AWAITED#") || sort.startsWith("CLOSURE#")) {
        assertThat(item).as("Kept for the record").containsKey("pk");
      } else if (item.containsKey("releaseId")) {
        releases.add(OneSite.ITEMS.decode(item, Release.class));
      } else {
        Booking booking = OneSite.ITEMS.decode(item, Booking.class);
        assertThat(bookings.put(booking.bookingId(), booking)).as("Kept twice").isNull();
        records.put(booking.bookingId(), item);
        if (sort.startsWith("STALL#")) {
          holders.add(booking);
        } else {
          assertThat(booking.state().isFinal()).as("%s", booking).isTrue();
        }
      }
    }
    sessions.put(
        night,
        new SessionState(new Session(bed.site, night), closure, holders, releases, waitingList));
  }

  /** Nothing that the allocator or the sweep would have to do is left to do. */
  void checkAtRest(boolean beforeStart) {
    for (SessionState state : sessions.values()) {
      assertThat(state.releases()).isEmpty();
      Map<String, String> offers =
          state.bookings().stream()
              .filter(booking -> booking.state() == BookingState.OFFERED)
              .collect(Collectors.toMap(offer -> offer.openOffer().entryId(), Booking::personId));
      Map<String, String> offered =
          state.waitingList().stream()
              .filter(entry -> entry.state() == WaitingEntry.State.OFFERED)
              .collect(Collectors.toMap(WaitingEntry::entryId, WaitingEntry::personId));
      assertThat(offers).isEqualTo(offered);
      if (state.closure().isPresent()) {
        assertThat(state.waitingList()).isEmpty();
        assertThat(state.bookings()).allMatch(booking -> booking.state().isFinal());
      } else if (beforeStart && !state.freeStalls().isEmpty()) {
        assertThat(state.waiting()).as("Waiting beside a free stall").isEmpty();
      } else if (!beforeStart) {
        assertThat(state.waitingList()).isEmpty();
      }
    }
  }

  /** What is kept by person is what the sessions say. */
  void checkPerson(OneSite bed, String personId) {
    Map<String, String> held = new TreeMap<>();
    Map<String, String> awaited = new TreeMap<>();
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Map<String, AttributeValue>> copies = new HashMap<>();
    for (Map<String, AttributeValue> item : bed.partition("STALL#PERSON#" + personId)) {
      String sort = Items.text(item, "sk");
      if (sort.startsWith("BOOKING#")) {
        copies.put(Items.text(item, "bookingId"), bare(item));
      } else if (sort.startsWith("WEEK#")) {
        item.forEach(
            (name, value) -> {
              if (name.startsWith("night-")) {
                held.put(name.substring("night-".length()), value.s());
              } else if (name.startsWith("waiting-")) {
                awaited.put(name.substring("waiting-".length()), value.s());
              }
            });
        if (item.containsKey("count") && Items.number(item, "count") != 0) {
          counts.put(sort.substring(sort.lastIndexOf('#') + 1), Items.number(item, "count"));
        }
      }
    }
    List<Booking> own =
        bookings.values().stream().filter(booking -> booking.personId().equals(personId)).toList();
    assertThat(copies)
        .as("The own list of %s", personId)
        .isEqualTo(
            own.stream()
                .collect(
                    Collectors.toMap(
                        Booking::bookingId,
                        booking -> bare(records.getOrDefault(booking.bookingId(), Map.of())))));
    assertThat(held)
        .as("The nights of %s", personId)
        .isEqualTo(
            own.stream()
                .filter(booking -> HOLDS_NIGHT.contains(booking.state()))
                .collect(
                    Collectors.toMap(booking -> booking.date().toString(), Booking::bookingId)));
    assertThat(counts)
        .as("The weeks of %s", personId)
        .isEqualTo(
            own.stream()
                .filter(Standstill::counts)
                .collect(
                    Collectors.groupingBy(
                        booking -> CountyTime.isoWeekOf(booking.date()), Collectors.counting())));
    assertThat(awaited)
        .as("Where %s waits", personId)
        .isEqualTo(
            sessions.values().stream()
                .flatMap(state -> state.waitingList().stream())
                .filter(entry -> entry.personId().equals(personId))
                .collect(Collectors.toMap(entry -> entry.date().toString(), WaitingStore::place)));
  }

  static boolean counts(Booking booking) {
    return HOLDS_NIGHT.contains(booking.state()) || booking.state() == BookingState.LATE_CANCELLED;
  }

  private static Map<String, AttributeValue> bare(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> record = new HashMap<>(item);
    record.keySet().removeAll(NOT_OF_THE_RECORD);
    return record;
  }
}
