package org.jiuye.stall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationTest {
  private static final Session NIGHT = new Session(Sites.park(), LocalDate.of(2026, 7, 1));

  @ParameterizedTest
  @CsvSource({
    "2026-06-28T10:00:00+08:00,CANCELLED",
    "2026-07-01T06:00:00+08:00,CANCELLED",
    "2026-07-01T06:00:01+08:00,LATE_CANCELLED",
    "2026-07-01T17:59:59+08:00,LATE_CANCELLED"
  })
  void theHoursBeforeTheOpeningDecideWhetherItIsLate(String now, BookingState state) {
    assertThat(Cancellation.stateOf(booking(2), NIGHT, instant(now))).contains(state);
  }

  @Test
  void theVersionOfTheRulesThatItWasBookedUnderDecides() {
    Instant noon = instant("2026-07-01T11:00:00+08:00");
    assertThat(Cancellation.stateOf(booking(1), NIGHT, noon)).contains(BookingState.CANCELLED);
    assertThat(Cancellation.stateOf(booking(2), NIGHT, noon)).contains(BookingState.LATE_CANCELLED);
  }

  @Test
  void nothingIsCancelledOnceTheSessionHasBegun() {
    assertThat(Cancellation.stateOf(booking(2), NIGHT, instant("2026-07-01T18:00:00+08:00")))
        .isEmpty();
  }

  @Test
  void whatIsCancelledCannotBeCancelledAgain() {
    Instant now = instant("2026-06-28T10:00:00+08:00");
    Booking cancelled =
        booking(2).cancelled(BookingState.CANCELLED, now, new Actor("a", "citizen"));
    assertThat(cancelled.version()).isEqualTo(2);
    assertThat(cancelled.cancelledAt()).contains(now);
    assertThat(Cancellation.stateOf(cancelled, NIGHT, now)).isEmpty();
  }

  private static Booking booking(int policyVersion) {
    return new Booking(
        new BookingId("park", NIGHT.date(), "A001", "abcdefgh").toString(),
        "park",
        SiteKind.NIGHT_MARKET,
        "130529100",
        NIGHT.date(),
        "A001",
        Optional.of("TOYS"),
        Optional.empty(),
        "person-1",
        false,
        BookingState.CONFIRMED,
        instant("2026-06-27T10:00:00+08:00"),
        new Actor("a", "citizen"),
        Optional.empty(),
        Optional.empty(),
        "usual",
        policyVersion,
        1);
  }

  private static Instant instant(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
