package org.jiuye.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.TableHistory.Change;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;
import org.jiuye.stall.standing.model.Bar;
import org.jiuye.stall.standing.model.Strike;

/** A year's records, and what must hold of them. */
public final class YearBooks {
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private final OneSite bed;
  private final List<LocalDate> nights;
  private final List<String> personIds;
  private final SitePolicy policy;
  private final SitePolicy.NoShowPolicy noShow;
  private final List<Change> history;
  private final BookingHistory lives;
  private final Standstill end;

  /** The books of a site that has one policy. */
  public YearBooks(OneSite bed, List<LocalDate> nights, List<String> personIds) {
    this.bed = bed;
    this.nights = nights;
    this.personIds = personIds;
    this.policy = bed.site.policies().getFirst();
    this.noShow = policy.noShow().orElseThrow();
    this.history = TableHistory.of(bed);
    this.lives = BookingHistory.check(bed.site, history);
    this.end = Standstill.of(bed, nights);
  }

  /** Every booking of the year as it ended. */
  public Collection<Booking> bookings() {
    return lives.bookings().values();
  }

  /** Every write of the year. */
  public List<Change> history() {
    return history;
  }

  public void checkBookings() {
    end.checkAtRest(false);
    personIds.forEach(personId -> end.checkPerson(bed, personId));
    assertThat(end.bookings()).isEqualTo(lives.bookings());
    Set<LocalDate> attended =
        lives.bookings().values().stream()
            .filter(booking -> lives.everWas(booking.bookingId(), BookingState.CHECKED_IN))
            .map(Booking::date)
            .collect(Collectors.toSet());
    for (Booking booking : lives.bookings().values()) {
      Session session = new Session(bed.site, booking.date());
      assertThat(booking.state().isFinal()).as("%s", booking).isTrue();
      assertThat(bed.site.isInSeason(booking.date())).as("%s", booking).isTrue();
      boolean unseen = !lives.everWas(booking.bookingId(), BookingState.CHECKED_IN);
      switch (booking.state()) {
        case NO_SHOW -> assertThat(attended).as("%s", booking).contains(booking.date());
        case COMPLETED ->
            assertThat(unseen && attended.contains(booking.date())).as("%s", booking).isFalse();
        default -> {}
      }
      if (booking.state() == BookingState.NO_SHOW || booking.state() == BookingState.COMPLETED) {
        assertThat(booking.change().orElseThrow().at())
            .as("%s", booking)
            .isAfterOrEqualTo(session.closesAt());
      }
    }
    lives.bookings().values().stream()
        .filter(Standstill::counts)
        .collect(
            Collectors.groupingBy(
                booking -> booking.personId() + " " + CountyTime.isoWeekOf(booking.date()),
                Collectors.counting()))
        .forEach(
            (week, count) -> assertThat(count).as(week).isLessThanOrEqualTo(policy.weeklyLimit()));
  }

  /** Every strike is a no-show, every bar is of strikes near enough, and nobody barred books. */
  public void checkStandings() {
    Map<String, LocalDate> missed = new HashMap<>();
    lives.bookings().values().stream()
        .filter(booking -> booking.state() == BookingState.NO_SHOW)
        .forEach(booking -> missed.put(booking.bookingId(), booking.date()));
    Map<String, Strike.State> strikes = new HashMap<>();
    for (String personId : personIds) {
      List<Strike> own =
          bed.partition("STALL#PERSON#" + personId).stream()
              .filter(item -> Items.text(item, "sk").startsWith("STRIKE#"))
              .map(item -> OneSite.ITEMS.decode(item, Strike.class))
              .toList();
      own.forEach(strike -> strikes.put(strike.bookingId(), strike.state()));
      checkNothingIsOverlooked(personId, own);
    }
    assertThat(strikes.keySet()).isEqualTo(missed.keySet());
    Set<String> used = new HashSet<>();
    List<Bar> bars = imposed();
    for (Bar bar : bars) {
      assertThat(bar.strikes()).as("%s", bar).hasSize(noShow.strikes());
      TreeSet<LocalDate> dates = new TreeSet<>();
      for (String bookingId : bar.strikes()) {
        assertThat(used.add(bookingId)).as("%s", bar).isTrue();
        assertThat(missed).as("%s", bar).containsKey(bookingId);
        dates.add(missed.getOrDefault(bookingId, LocalDate.MIN));
      }
      assertThat(dates.last()).as("%s", bar).isBefore(dates.first().plusDays(noShow.windowDays()));
      assertThat(bar.until()).as("%s", bar).isEqualTo(bar.from().plusDays(noShow.barDays()));
    }
    assertThat(bars).isNotEmpty();
    strikes.forEach(
        (bookingId, state) ->
            assertThat(state != Strike.State.COUNTED)
                .as(bookingId)
                .isEqualTo(used.contains(bookingId)));
    checkNobodyBarredBooks();
    System.out.printf(
        "%s bookings, %s no-shows, %s bars%n", lives.bookings().size(), missed.size(), bars.size());
  }

  private void checkNothingIsOverlooked(String personId, List<Strike> strikes) {
    List<LocalDate> counted =
        strikes.stream()
            .filter(strike -> strike.state() == Strike.State.COUNTED)
            .map(Strike::date)
            .sorted()
            .toList();
    for (int last = noShow.strikes() - 1; last < counted.size(); last++) {
      assertThat(counted.get(last))
          .as("%s should be barred: %s", personId, counted)
          .isAfterOrEqualTo(counted.get(last - noShow.strikes() + 1).plusDays(noShow.windowDays()));
    }
  }

  private List<Bar> imposed() {
    List<Bar> bars = new ArrayList<>();
    for (Change change : history) {
      if (change.key().sort().startsWith("STANDING#")) {
        Bar bar = OneSite.ITEMS.decode(change.after(), Bar.class);
        assertThat(change.events()).as("%s", bar).hasSize(1);
        if (bar.state() == Bar.State.IN_FORCE) {
          assertThat(change.before("state")).as("%s", bar).isNotEqualTo(Optional.of("HELD"));
          bars.add(bar);
        }
      }
    }
    return bars;
  }

  private void checkNobodyBarredBooks() {
    Map<String, String> barredUntil = new HashMap<>();
    int booksAgain = 0;
    for (Change change : history) {
      if (change.key().sort().startsWith("STANDING#")) {
        String personId = Items.text(change.after(), "personId");
        change
            .after("barredUntil")
            .ifPresentOrElse(
                until -> barredUntil.put(personId, until), () -> barredUntil.remove(personId));
      } else if (change.key().sort().startsWith("STALL#")
          && change.after("state").filter("CONFIRMED"::equals).isPresent()
          && change.before("state").filter("CONFIRMED"::equals).isEmpty()) {
        Booking booking = OneSite.ITEMS.decode(change.after(), Booking.class);
        Instant at = booking.change().map(last -> last.at()).orElse(booking.bookedAt());
        String until = barredUntil.get(booking.personId());
        if (until != null) {
          assertThat(LocalDate.parse(until))
              .as("%s", booking)
              .isBeforeOrEqualTo(CountyTime.dateOf(at));
          booksAgain++;
        }
      }
    }
    assertThat(booksAgain).as("Bars end").isPositive();
  }

  /** One announcement a night of the season, and what {@link #checkReminders} says. */
  void checkMessages() {
    List<LocalDate> announced =
        history.stream()
            .filter(change -> change.key().partition().startsWith("STALL#ANNOUNCEMENTS#"))
            .peek(change -> assertThat(change.events()).hasSize(1))
            .map(change -> LocalDate.parse(change.key().sort()))
            .toList();
    assertThat(announced)
        .isEqualTo(
            nights.stream()
                .filter(night -> !night.isAfter(nights.getLast().minusDays(15)))
                .filter(bed.site::isInSeason)
                .toList());
    checkReminders();
  }

  /** One reminder for whoever had the stall by the last ten o'clock before it opens. */
  public void checkReminders() {
    Map<String, Long> reminders =
        history.stream()
            .filter(change -> change.key().sort().startsWith("STALL#"))
            .flatMap(change -> change.events().stream())
            .filter(event -> event.type().equals("org.jiuye.stall.booking-reminder.v1"))
            .peek(
                event ->
                    assertThat(LocalDate.parse(event.data().path("date").asString()))
                        .isEqualTo(
                            event.time().toLocalDate().plusDays(remindedTheDayBefore() ? 1 : 0)))
            .collect(Collectors.groupingBy(event -> event.subject(), Collectors.counting()));
    assertThat(reminders.values()).allMatch(count -> count == 1);
    for (Booking booking : lives.bookings().values()) {
      if (booking.state() == BookingState.NO_SHOW && booking.offer().isEmpty()) {
        Instant ten =
            booking
                .date()
                .minusDays(remindedTheDayBefore() ? 1 : 0)
                .atTime(TEN)
                .atZone(CountyTime.ZONE)
                .toInstant();
        if (booking.date().isBefore(nights.getLast().minusDays(14))) {
          assertThat(reminders.containsKey(booking.bookingId()))
              .as("%s", booking)
              .isEqualTo(booking.bookedAt().isBefore(ten));
        }
      }
    }
  }

  /** A market that opens before the reminders of its day. */
  private boolean remindedTheDayBefore() {
    return !bed.site.window().opensAt().isAfter(TEN);
  }
}
