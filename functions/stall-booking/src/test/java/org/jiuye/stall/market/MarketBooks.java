package org.jiuye.stall.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.BookingHistory;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.TableHistory.Change;
import org.jiuye.stall.YearBooks;
import org.jiuye.stall.employer.Employers;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.employer.model.EmployerState;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.vacancy.model.PostedVacancy;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold of a job market's records beside what holds of every site's. */
final class MarketBooks {
  /** Those of the notice for 2026 that fall on a Wednesday. */
  private static final Set<LocalDate> CLOSED =
      Set.of(LocalDate.of(2026, 2, 18), LocalDate.of(2026, 10, 7));

  private final OneSite bed;
  private final YearBooks books;
  private final Employers employers;

  MarketBooks(OneSite bed, YearBooks books, Employers employers) {
    this.bed = bed;
    this.books = books;
    this.employers = employers;
  }

  /** There was a market on every Wednesday but the holidays, and on no other day. */
  void checkDays() {
    Set<LocalDate> held = books.bookings().stream().map(Booking::date).collect(Collectors.toSet());
    assertThat(held)
        .isEqualTo(
            LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                .filter(day -> !CLOSED.contains(day))
                .collect(Collectors.toSet()));
  }

  /** Who books is verified at that moment, acts for the employer, and once rejected stays away. */
  void checkEmployers() {
    Map<String, Employer> known = new HashMap<>();
    for (Change change : books.history()) {
      if (change.key().partition().startsWith("STALL#EMPLOYER#")) {
        Employer employer = OneSite.ITEMS.decode(change.after(), Employer.class);
        known.put(employer.creditCode(), employer);
      } else if (isNewBooking(change)) {
        Booking booking = OneSite.ITEMS.decode(change.after(), Booking.class);
        Employer employer = known.get(booking.market().orElseThrow().creditCode());
        assertThat(employer).as("%s", booking).isNotNull();
        assertThat(employer.isVerified()).as("%s", booking).isTrue();
        assertThat(employer.personId()).isEqualTo(booking.personId());
      } else if (change.after("state").filter("CHECKED_IN"::equals).isPresent()) {
        Booking booking = OneSite.ITEMS.decode(change.after(), Booking.class);
        assertThat(known.get(booking.market().orElseThrow().creditCode()))
            .as("%s", booking)
            .extracting(Employer::state)
            .isNotEqualTo(EmployerState.REJECTED);
      }
    }
    assertThat(books.bookings()).as("Stalls are withdrawn").anyMatch(BookingHistory::isWithdrawn);
    assertThat(bed.partition("STALL#EMPLOYERS#WITHDRAWALS")).isEmpty();
  }

  private static boolean isNewBooking(Change change) {
    return change.key().partition().startsWith("STALL#SESSION#")
        && change.key().sort().startsWith("STALL#")
        && change.before().isEmpty()
        && change.after("bookingId").isPresent();
  }

  /** What hangs out is what stands, each vacancy once; what was given up is gone. */
  void checkVacancies(List<LocalDate> days) {
    Map<String, Integer> posted = new TreeMap<>();
    for (LocalDate day : days) {
      for (Map<String, AttributeValue> item : bed.partition("STALL#VACANCIES#" + day)) {
        PostedVacancy vacancy = OneSite.ITEMS.decode(item, PostedVacancy.class);
        assertThat(vacancy.date()).isEqualTo(day);
        posted.merge(vacancy.bookingId(), 1, Integer::sum);
      }
    }
    Map<String, Integer> standing = new TreeMap<>();
    for (Booking booking : books.bookings()) {
      if (booking.state() == BookingState.COMPLETED) {
        standing.put(booking.bookingId(), booking.market().orElseThrow().vacancyCount());
      }
    }
    assertThat(posted).isEqualTo(standing);
  }

  /** What is answered is counted from records, and each is where its worker finds it. */
  void checkHires() {
    Map<String, Hire> all = new HashMap<>();
    for (Booking booking : books.bookings()) {
      String bookingId = booking.bookingId();
      bed.partition("STALL#OUTCOME#" + bookingId).stream()
          .filter(item -> Items.text(item, "sk").startsWith("HIRE#"))
          .map(item -> OneSite.ITEMS.decode(item, Hire.class))
          .forEach(hire -> all.put(hire.hireId(), hire));
      HttpAnswer outcome =
          bed.call(
              HttpCall.of("GET /stall-bookings/{bookingId}/outcome", bookingId)
                  .by(employers.holderOf(booking.personId())));
      if (!employers.hires().containsKey(bookingId)) {
        assertThat(outcome.status()).as(bookingId).isEqualTo(404);
        continue;
      }
      assertThat(booking.state()).as("%s", booking).isEqualTo(BookingState.COMPLETED);
      employers
          .counts(bookingId)
          .forEach(
              (state, count) ->
                  assertThat(outcome.body().path("hired").path(state.name()).asInt(-1))
                      .as("%s %s", bookingId, state)
                      .isEqualTo(count));
    }
    assertThat(all.keySet())
        .isEqualTo(
            employers.hires().values().stream()
                .flatMap(records -> records.keySet().stream())
                .collect(Collectors.toSet()));
    assertThat(all.values().stream().map(Hire::state).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(HireState.values());
    checkWorkers(all);
  }

  private void checkWorkers(Map<String, Hire> all) {
    Set<String> named = new HashSet<>();
    for (String worker : Employers.workerIds()) {
      bed.partition("STALL#PERSON#" + worker).stream()
          .map(item -> OneSite.ITEMS.decode(item, Hire.class))
          .peek(hire -> assertThat(hire.personId()).contains(worker))
          .peek(hire -> assertThat(hire).isEqualTo(all.get(hire.hireId())))
          .forEach(hire -> assertThat(named.add(hire.hireId())).isTrue());
    }
    assertThat(named)
        .isEqualTo(
            all.values().stream()
                .filter(hire -> hire.personId().isPresent())
                .map(Hire::hireId)
                .collect(Collectors.toSet()));
  }
}
