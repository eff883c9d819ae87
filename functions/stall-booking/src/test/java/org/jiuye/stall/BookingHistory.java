package org.jiuye.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.session.model.BookingState.CANCELLED;
import static org.jiuye.stall.session.model.BookingState.CHECKED_IN;
import static org.jiuye.stall.session.model.BookingState.COMPLETED;
import static org.jiuye.stall.session.model.BookingState.CONFIRMED;
import static org.jiuye.stall.session.model.BookingState.LAPSED;
import static org.jiuye.stall.session.model.BookingState.LATE_CANCELLED;
import static org.jiuye.stall.session.model.BookingState.NO_SHOW;
import static org.jiuye.stall.session.model.BookingState.OFFERED;
import static org.jiuye.stall.session.model.BookingState.REFUSED;
import static org.jiuye.stall.session.model.BookingState.SITE_CANCELLED;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.TableHistory.Change;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.MarketStalls;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;

/** What must hold of every booking's and every stall's life, whatever happened at once. */
public final class BookingHistory {
  /** What may follow what, and what others are told of it; as the design has it, not the code. */
  private static final Map<BookingState, Map<BookingState, String>> LEGAL =
      Map.of(
          OFFERED,
          Map.of(
              CONFIRMED, "booking-confirmed",
              LAPSED, "offer-lapsed",
              REFUSED, "",
              SITE_CANCELLED, "booking-site-cancelled"),
          CONFIRMED,
          Map.of(
              CHECKED_IN, "",
              COMPLETED, "",
              CANCELLED, "booking-cancelled",
              LATE_CANCELLED, "booking-cancelled",
              NO_SHOW, "booking-no-show",
              SITE_CANCELLED, "booking-site-cancelled"),
          CHECKED_IN,
          Map.of(COMPLETED, "", SITE_CANCELLED, "booking-site-cancelled"));

  private static final Map<BookingState, String> FIRST =
      Map.of(CONFIRMED, "booking-confirmed", OFFERED, "stall-offered");

  private final Site site;
  private final Map<String, Booking> last = new HashMap<>();
  private final Map<String, Set<BookingState>> states = new HashMap<>();
  private final Set<String> eventIds = new HashSet<>();
  private final Set<String> closed = new HashSet<>();

  private BookingHistory(Site site) {
    this.site = site;
  }

  /** Replays a history and checks each write. */
  static BookingHistory check(Site site, List<Change> history) {
    BookingHistory bookings = new BookingHistory(site);
    for (Change change : history) {
      if (change.key().partition().startsWith("STALL#SESSION#")) {
        bookings.see(change);
      }
    }
    return bookings;
  }

  /** Every booking that ever was, as it became. */
  Map<String, Booking> bookings() {
    return last;
  }

  /** Whether a booking ever was in a state. */
  boolean everWas(String bookingId, BookingState state) {
    return states.getOrDefault(bookingId, Set.of()).contains(state);
  }

  private void see(Change change) {
    String sort = change.key().sort();
    if (sort.equals("SESSION")) {
      if (change.after().isEmpty()) {
        closed.remove(change.key().partition());
      } else {
        closed.add(change.key().partition());
      }
    } else if (sort.startsWith("STALL#")) {
      seeStall(change);
    } else if (sort.startsWith("ENDED#")) {
      assertThat(change.before()).as("An end is written once: %s", sort).isEmpty();
    }
    if (!sort.startsWith("ENTRY#") && change.after("bookingId").isPresent()) {
      seeBooking(change, OneSite.ITEMS.decode(change.after(), Booking.class));
    }
  }

  /** A stall goes from holder to holder by way of being released or free, and is not snatched. */
  private void seeStall(Change change) {
    Optional<String> before = change.before("bookingId");
    Optional<String> after = change.after("bookingId");
    boolean wasReleased = change.before("releaseId").isPresent();
    String what = change.before() + " became " + change.after();
    if (after.isPresent() && before.isEmpty()) {
      assertThat(Items.number(change.after(), "version")).as(what).isEqualTo(1);
      assertThat(change.after("state"))
          .as("A released stall is offered, not snatched: %s", what)
          .isIn(
              wasReleased
                  ? List.of(Optional.of("OFFERED"))
                  : List.of(Optional.of("OFFERED"), Optional.of("CONFIRMED")));
    } else if (after.isPresent()) {
      assertThat(after).as("Two holders: %s", what).isEqualTo(before);
    } else if (!change.after().isEmpty()) {
      assertThat(change.after("releaseId")).as(what).isPresent().isEqualTo(before);
    }
  }

  private void seeBooking(Change change, Booking after) {
    Booking before = last.put(after.bookingId(), after);
    states.computeIfAbsent(after.bookingId(), id -> new HashSet<>()).add(after.state());
    List<Event> events = change.events();
    String what = before + " became " + after;
    events.forEach(
        event -> {
          assertThat(eventIds.add(event.id())).as("An event is told once: %s", what).isTrue();
          assertThat(event.version()).as(what).isEqualTo(after.version());
          assertThat(event.subject()).as(what).isEqualTo(after.bookingId());
        });
    Session session = new Session(site, after.date());
    if (before == null) {
      assertThat(after.version()).as(what).isEqualTo(1);
      assertThat(FIRST).as(what).containsKey(after.state());
      checkEvents(events, FIRST.getOrDefault(after.state(), ""), what);
      checkOffer(after, session);
      return;
    }
    assertThat(after.version()).as(what).isEqualTo(before.version() + 1);
    assertThat(after.personId()).as(what).isEqualTo(before.personId());
    assertThat(after.stallNo()).as(what).isEqualTo(before.stallNo());
    if (before.state() != after.state()) {
      Map<BookingState, String> next = LEGAL.getOrDefault(before.state(), Map.of());
      assertThat(next).as("Not a legal step: %s", what).containsKey(after.state());
      checkEvents(events, told(after, next), what);
    }
    if (after.state() == SITE_CANCELLED && !isWithdrawn(after)) {
      assertThat(closed).as("The session is closed: %s", what).contains(partition(change));
    }
  }

  private static String told(Booking after, Map<BookingState, String> next) {
    return isWithdrawn(after) ? "booking-withdrawn" : next.getOrDefault(after.state(), "");
  }

  /** Whether it ended because its employer was rejected. */
  public static boolean isWithdrawn(Booking booking) {
    return booking
        .change()
        .flatMap(last -> last.reason())
        .filter(MarketStalls.EMPLOYER_REJECTED::equals)
        .isPresent();
  }

  private static String partition(Change change) {
    return change.key().partition();
  }

  private static void checkEvents(List<Event> events, String expected, String what) {
    assertThat(events.stream().map(Event::type))
        .as("What is told of it: %s", what)
        .isEqualTo(expected.isEmpty() ? List.of() : List.of("org.jiuye.stall." + expected + ".v1"));
  }

  private static void checkOffer(Booking booking, Session session) {
    assertThat(booking.bookedAt()).as("%s", booking).isBefore(session.opensAt());
    if (booking.state() == OFFERED) {
      Instant until = booking.openOffer().until();
      assertThat(until).as("%s", booking).isBeforeOrEqualTo(session.opensAt());
      assertThat(until).as("%s", booking).isAfter(booking.bookedAt());
    }
  }
}
