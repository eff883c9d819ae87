package org.jiuye.stall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiuye.shared.table.Key;
import org.jiuye.stall.Mortality;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.Standstill;
import org.jiuye.stall.TickingClock;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Invocations that die half-way, and what schedules make of it. */
@TestInstance(Lifecycle.PER_CLASS)
class CutOffTest {
  /** More than any of these invocations has. */
  private static final int MOMENTS = 40;

  private final TickingClock clock = new TickingClock("2026-06-01T12:00:00+08:00");
  private final OneSite bed = new OneSite(OneSite.site(3, 7, false), clock);
  private LocalDate night = LocalDate.of(2026, 6, 2);

  @AfterAll
  void close() {
    bed.close();
  }

  @BeforeEach
  void nextWeek() {
    night = night.plusDays(7);
    clock.moveTo(night.minusDays(1) + "T12:00:00+08:00");
  }

  @Test
  void aStallThatWasGivenBackIsFreeAgainWheneverTheCancellationDied() {
    for (int moments = 0; moments < MOMENTS; moments++) {
      TestCaller person = bed.citizen("cut-" + moments);
      HttpCall call = StallTestBed.bookAny(person, OneSite.SITE_ID, night.toString());
      HttpAnswer booking = bed.call(call);
      HttpCall cancellation = StallTestBed.cancel(person, booking.text("bookingId"));
      Mortality.live(moments, () -> bed.call(cancellation));

      bed.run("sweep-waiting-lists", clock);

      SessionState state = state();
      assertThat(state.releases()).as("after %s moments", moments).isEmpty();
      if (!state.bookings().isEmpty()) {
        bed.call(cancellation);
      }
      assertThat(state().freeStalls()).hasSize(3);
    }
  }

  @Test
  void whoHoldsAStallOfAClosedSessionIsNotBlamedWheneverTheClosureDied() {
    List<HttpAnswer> bookings =
        IntStream.range(0, 3)
            .mapToObj(n -> bed.citizen("wet-" + n))
            .map(who -> bed.call(StallTestBed.bookAny(who, OneSite.SITE_ID, night.toString())))
            .toList();
    clock.moveTo(night + "T21:00:00+08:00");
    HttpAnswer seen =
        bed.call(
            HttpCall.of(
                    "POST /stall-bookings/{bookingId}/check-in",
                    bookings.getFirst().text("bookingId"))
                .by(OneSite.WARDEN)
                .json(Map.of("code", bookings.getFirst().text("code"))));
    assertThat(seen.status()).isEqualTo(200);
    HttpCall closure =
        OneSite.ofSession("POST", "closure", night)
            .by(OneSite.WARDEN)
            .json(Map.of("reason", "RAIN"));
    // Dies when the closure is written and one booking has ended.
    for (int moments = 0; state().bookings().size() == 3; moments++) {
      Mortality.live(moments, () -> bed.call(closure));
    }
    assertThat(state().bookings()).isNotEmpty();
    clock.moveTo(night.plusDays(1) + "T02:10:00+08:00");

    bed.run("settle-sessions", clock);

    assertThat(Standstill.of(bed, List.of(night)).bookings().values())
        .extracting(Booking::state)
        .containsOnly(BookingState.SITE_CANCELLED);
  }

  @Test
  void aSessionThatCannotBeSweptDoesNotKeepTheOthersFromIt() {
    TestCaller person = bed.citizen("patient");
    HttpAnswer booking =
        bed.call(StallTestBed.bookAny(person, OneSite.SITE_ID, night.plusDays(1).toString()));
    HttpCall cancellation = StallTestBed.cancel(person, booking.text("bookingId"));
    for (int moments = 0; state(night.plusDays(1)).releases().isEmpty(); moments++) {
      Mortality.live(moments, () -> bed.call(cancellation));
    }
    HttpAnswer other =
        bed.call(StallTestBed.bookAny(bed.citizen("other"), OneSite.SITE_ID, night.toString()));
    bed.call(StallTestBed.cancel(bed.citizen("other"), other.text("bookingId")));
    Key broken = new Key(OneSite.session(night), "STALL#A001");
    bed.put(broken, new HashMap<>(Map.of("state", AttributeValue.fromS("NONSENSE"))));

    assertThatIllegalStateException().isThrownBy(() -> bed.run("sweep-waiting-lists", clock));

    assertThat(state(night.plusDays(1)).releases()).isEmpty();
    bed.delete(broken);
  }

  @Test
  void aBookingWhoseRecordsDoNotFitFailsTheSweepAndDoesNotHoldItUp() {
    TestCaller person = bed.citizen("torn");
    HttpAnswer booking = bed.call(StallTestBed.bookAny(person, OneSite.SITE_ID, night.toString()));
    bed.delete(
        new Key("STALL#PERSON#person-torn", "BOOKING#" + night + "#" + booking.text("bookingId")));
    HttpCall closure =
        OneSite.ofSession("POST", "closure", night)
            .by(OneSite.WARDEN)
            .json(Map.of("reason", "RAIN"));

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(bed.call(closure).status()).isEqualTo(500);
          assertThatIllegalStateException().isThrownBy(() -> bed.run("sweep-waiting-lists", clock));
        });
    bed.delete(new Key(OneSite.session(night), "STALL#" + booking.text("stallNo")));
  }

  private SessionState state() {
    return state(night);
  }

  private SessionState state(LocalDate date) {
    return Standstill.of(bed, List.of(date)).session(date);
  }
}
