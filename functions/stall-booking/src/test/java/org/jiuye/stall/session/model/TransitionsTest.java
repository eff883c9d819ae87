package org.jiuye.stall.session.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.stall.booking.model.Sites;
import org.jiuye.stall.session.model.Transition.EntryEffect;
import org.jiuye.stall.session.model.Transition.StallEffect;
import org.jiuye.stall.session.model.Transition.WeekEffect;
import org.jiuye.stall.site.model.QuietHours;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionsTest {
  private static final Session NIGHT = new Session(Sites.park(), LocalDate.of(2026, 7, 1));
  private static final Actor HOLDER = new Actor("a", "citizen");

  @ParameterizedTest
  @CsvSource({
    "2026-06-28T10:00:00+08:00,CANCELLED,GIVE_BACK",
    "2026-07-01T06:00:00+08:00,CANCELLED,GIVE_BACK",
    "2026-07-01T06:00:01+08:00,LATE_CANCELLED,GIVE_BACK_COUNTED",
    "2026-07-01T17:59:59+08:00,LATE_CANCELLED,GIVE_BACK_COUNTED"
  })
  void theHoursBeforeTheOpeningDecideWhetherACancellationIsLate(
      String now, BookingState state, WeekEffect week) {
    Transition cancel =
        Transitions.cancel(booking(BookingState.CONFIRMED, 2), NIGHT, at(now), HOLDER)
            .orElseThrow();
    assertThat(cancel.after().state()).isEqualTo(state);
    assertThat(cancel.week()).isEqualTo(week);
    assertThat(cancel.stall()).isEqualTo(StallEffect.RELEASE);
  }

  @Test
  void theVersionOfTheRulesThatItWasBookedUnderDecides() {
    Instant noon = at("2026-07-01T11:00:00+08:00");
    assertThat(
            Transitions.cancel(booking(BookingState.CONFIRMED, 1), NIGHT, noon, HOLDER)
                .map(cancel -> cancel.after().state()))
        .contains(BookingState.CANCELLED);
  }

  @Test
  void nothingIsCancelledOnceTheSessionHasBegun() {
    assertThat(
            Transitions.cancel(
                booking(BookingState.CONFIRMED, 2), NIGHT, at("2026-07-01T18:00:00+08:00"), HOLDER))
        .isEmpty();
  }

  @Test
  void whatIsOverStaysAsItIs() {
    for (BookingState state : BookingState.values()) {
      if (state.isFinal()) {
        for (BookingState next : BookingState.values()) {
          assertThat(state.mayBecome(next)).isFalse();
        }
      }
    }
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                booking(BookingState.CANCELLED, 2)
                    .become(
                        BookingState.CONFIRMED,
                        at("2026-07-01T10:00:00+08:00"),
                        HOLDER,
                        Optional.empty()));
  }

  @Test
  void anOfferIsAcceptedUntilItsEndAndLapsesFromThereOn() {
    Booking offer = offer(0, List.of("person-2"));
    Instant before = at("2026-07-01T11:59:59+08:00");
    Instant end = at("2026-07-01T12:00:00+08:00");
    Transition accept = Transitions.accept(offer, NIGHT, before, HOLDER, "123456").orElseThrow();
    assertThat(accept.after().code()).contains("123456");
    assertThat(accept.entry()).isEqualTo(EntryEffect.REMOVE);
    assertThat(accept.week()).isEqualTo(WeekEffect.TAKE_NIGHT);
    assertThat(Transitions.accept(offer, NIGHT, end, HOLDER, "123456")).isEmpty();
    assertThat(Transitions.refuse(offer, NIGHT, end, HOLDER)).isEmpty();
    assertThat(Transitions.lapse(offer, NIGHT, before)).isEmpty();
  }

  @Test
  void whoLetsAnOfferLapseKeepsThePlaceOnce() {
    Instant end = at("2026-07-01T12:00:00+08:00");
    Transition first = Transitions.lapse(offer(0, List.of()), NIGHT, end).orElseThrow();
    assertThat(first.entry()).isEqualTo(EntryEffect.WAIT_AGAIN);
    assertThat(first.stall()).isEqualTo(StallEffect.RELEASE_PASSING_OVER);
    Transition second = Transitions.lapse(offer(1, List.of()), NIGHT, end).orElseThrow();
    assertThat(second.entry()).isEqualTo(EntryEffect.REMOVE);
    assertThat(second.week()).isEqualTo(WeekEffect.STOP_WAITING);
    assertThat(second.stall()).isEqualTo(StallEffect.RELEASE);
  }

  @Test
  void anOfferThatIsOpenWhenTheSessionBeginsFreesItsStall() {
    Transition lapse =
        Transitions.lapse(offer(0, List.of()), NIGHT, at("2026-07-01T18:00:00+08:00"))
            .orElseThrow();
    assertThat(lapse.stall()).isEqualTo(StallEffect.FREE);
    assertThat(lapse.entry()).isEqualTo(EntryEffect.REMOVE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T17:59:59+08:00,false",
    "2026-07-01T18:00:00+08:00,true",
    "2026-07-01T23:29:59+08:00,true",
    "2026-07-01T23:30:00+08:00,false"
  })
  void checkInIsOpenWhileTheSessionIs(String now, boolean open) {
    assertThat(
            Transitions.checkIn(booking(BookingState.CONFIRMED, 2), NIGHT, at(now), HOLDER)
                .isPresent())
        .isEqualTo(open);
  }

  @Test
  void whoDoesNotComeIsBlamedOnlyWhereTheWardenWasThere() {
    Instant over = at("2026-07-01T23:30:00+08:00");
    Booking booked = booking(BookingState.CONFIRMED, 2);
    assertThat(settled(booked, over, true)).contains(BookingState.NO_SHOW);
    assertThat(settled(booked, over, false)).contains(BookingState.COMPLETED);
    assertThat(settled(booking(BookingState.CHECKED_IN, 2), over, true))
        .contains(BookingState.COMPLETED);
    assertThat(settled(booked, over.minusSeconds(1), true)).isEmpty();
    Booking locked = booked;
    for (int wrong = 0; wrong < CheckInCode.MOST_WRONG; wrong++) {
      locked = locked.withWrongCode();
    }
    assertThat(settled(locked, over, true)).contains(BookingState.COMPLETED);
  }

  @Test
  void aClosureEndsWhateverHoldsAStallAndCountsForNobody() {
    Closure rain = new Closure(Closure.Reason.RAIN, at("2026-07-01T17:00:00+08:00"), HOLDER);
    assertThat(Transitions.close(booking(BookingState.CONFIRMED, 2), rain).orElseThrow().week())
        .isEqualTo(WeekEffect.GIVE_BACK);
    assertThat(Transitions.close(offer(0, List.of()), rain).orElseThrow().week())
        .isEqualTo(WeekEffect.STOP_WAITING);
    assertThat(Transitions.close(booking(BookingState.CANCELLED, 2), rain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Awake: the hour simply passes.
    "2026-07-01T12:00:00+08:00,2026-07-01T13:00:00+08:00",
    // Half of it before 22:00, half after 07:00.
    "2026-07-01T21:30:00+08:00,2026-07-02T07:30:00+08:00",
    // In the quiet hours it begins at their end, also behind midnight.
    "2026-07-01T23:00:00+08:00,2026-07-02T08:00:00+08:00",
    "2026-07-02T03:00:00+08:00,2026-07-02T08:00:00+08:00",
    "2026-07-01T21:00:00+08:00,2026-07-01T22:00:00+08:00"
  })
  void theTimeToAnswerDoesNotRunInQuietHours(String start, String end) {
    QuietHours quiet = new QuietHours(LocalTime.of(22, 0), Duration.ofHours(9));
    assertThat(quiet.after(at(start), Duration.ofHours(1))).isEqualTo(at(end));
    assertThat(QuietHours.NONE.after(at(start), Duration.ofHours(1)))
        .isEqualTo(at(start).plus(Duration.ofHours(1)));
  }

  private static Optional<BookingState> settled(Booking booking, Instant now, boolean there) {
    return Transitions.settle(booking, NIGHT, now, there).map(end -> end.after().state());
  }

  private static Booking offer(int lapses, List<String> passedOver) {
    Booking booking = booking(BookingState.OFFERED, 2);
    Offer offer = new Offer("entry-1", at("2026-07-01T12:00:00+08:00"), lapses, passedOver);
    return BookingBuilder.builder()
        .bookingId(booking.bookingId())
        .siteId(booking.siteId())
        .kind(booking.kind())
        .division(booking.division())
        .date(booking.date())
        .stallNo(booking.stallNo())
        .trade(booking.trade())
        .market(Optional.empty())
        .personId(booking.personId())
        .onBehalf(false)
        .state(BookingState.OFFERED)
        .bookedAt(booking.bookedAt())
        .bookedBy(booking.bookedBy())
        .policyId(booking.policyId())
        .policyVersion(booking.policyVersion())
        .code(Optional.empty())
        .wrongCodes(0)
        .remindedAt(Optional.empty())
        .offer(Optional.of(offer))
        .change(Optional.empty())
        .version(1)
        .build();
  }

  private static Booking booking(BookingState state, int policyVersion) {
    return BookingBuilder.builder()
        .bookingId(new BookingId("park", NIGHT.date(), "A001", "abcdefgh").toString())
        .siteId("park")
        .kind(SiteKind.NIGHT_MARKET)
        .division("130529100")
        .date(NIGHT.date())
        .stallNo("A001")
        .trade(Optional.of("TOYS"))
        .market(Optional.empty())
        .personId("person-1")
        .onBehalf(false)
        .state(state)
        .bookedAt(at("2026-06-27T10:00:00+08:00"))
        .bookedBy(HOLDER)
        .policyId("usual")
        .policyVersion(policyVersion)
        .code(Optional.of("000000"))
        .wrongCodes(0)
        .remindedAt(Optional.empty())
        .offer(Optional.empty())
        .change(Optional.empty())
        .version(1)
        .build();
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
