package org.jiuye.stall.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.booking.model.Refusal.Reason.BEYOND_HORIZON;
import static org.jiuye.stall.booking.model.Refusal.Reason.CALENDAR_UNKNOWN;
import static org.jiuye.stall.booking.model.Refusal.Reason.HOLIDAY;
import static org.jiuye.stall.booking.model.Refusal.Reason.NOT_A_MARKET_DAY;
import static org.jiuye.stall.booking.model.Refusal.Reason.OUT_OF_SEASON;
import static org.jiuye.stall.booking.model.Refusal.Reason.POLICY_UNKNOWN;
import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_STARTED;
import static org.jiuye.stall.booking.model.Refusal.Reason.STALL_UNKNOWN;
import static org.jiuye.stall.booking.model.Refusal.Reason.TRADE_NOT_ALLOWED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SiteKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingRulesTest {
  private static final String NOON = "2026-07-01T12:00:00+08:00";

  @Test
  void aWishWithinAllRulesPasses() {
    assertThat(refusal("2026-07-01", "A001", "TOYS", NOON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-05-01,true", "2026-10-07,true", "2026-04-30,false", "2026-10-08,false"})
  void theSeasonHoldsItsFirstAndItsLastDay(String date, boolean open) {
    Optional<Refusal.Reason> reason = refusal(date, "A001", "TOYS", date + "T09:00:00+08:00");
    assertThat(reason).isEqualTo(open ? Optional.empty() : Optional.of(OUT_OF_SEASON));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T17:59:59+08:00,true",
    "2026-07-01T18:00:00+08:00,false",
    "2026-07-02T02:00:00+08:00,false"
  })
  void aSessionCanBeBookedUntilItOpens(String now, boolean open) {
    assertThat(refusal("2026-07-01", "A001", "TOYS", now))
        .isEqualTo(open ? Optional.empty() : Optional.of(SESSION_STARTED));
  }

  @Test
  void theHorizonIsThatOfTheRulesInForceOnTheNight() {
    assertThat(refusal("2026-06-30", "A001", "TOYS", "2026-06-16T00:00:00+08:00")).isEmpty();
    assertThat(refusal("2026-06-30", "A001", "TOYS", "2026-06-15T23:59:59+08:00"))
        .contains(BEYOND_HORIZON);
    assertThat(refusal("2026-07-01", "A001", "TOYS", "2026-06-24T00:00:00+08:00")).isEmpty();
    assertThat(refusal("2026-07-01", "A001", "TOYS", "2026-06-23T23:59:59+08:00"))
        .contains(BEYOND_HORIZON);
  }

  @Test
  void aNightBeyondTheHorizonIsRefusedWithTheLastDateThatCanBeHad() {
    Session session = new Session(Sites.park(), LocalDate.of(2026, 8, 1));
    assertThat(BookingRules.refusal(session, new WorkingDays(List.of()), instant(NOON)))
        .contains(Refusal.of(BEYOND_HORIZON, "lastDate", LocalDate.of(2026, 7, 8)));
  }

  @Test
  void aNightBeforeTheFirstRulesIsNotBooked() {
    assertThat(refusal("2025-07-01", "A001", "TOYS", "2025-07-01T12:00:00+08:00"))
        .contains(POLICY_UNKNOWN);
  }

  @Test
  void onlyStallsOfTheSiteCanBeBooked() {
    assertThat(refusal("2026-07-01", "A008", "TOYS", NOON)).isEmpty();
    assertThat(refusal("2026-07-01", "B010", "TOYS", NOON)).isEmpty();
    assertThat(refusal("2026-07-01", "A009", "TOYS", NOON)).contains(STALL_UNKNOWN);
    assertThat(refusal("2026-07-01", "B001", "TOYS", NOON)).contains(STALL_UNKNOWN);
  }

  @Test
  void anUnwelcomeTradeIsRefusedWithThoseThatAreWelcome() {
    assertThat(refusal("2026-07-01", "A001", "FIREWORKS", NOON)).contains(TRADE_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-08,",
    "2026-07-07,NOT_A_MARKET_DAY",
    "2026-07-09,NOT_A_MARKET_DAY",
    "2026-07-01,SESSION_STARTED",
    "2026-07-29,",
    "2026-08-05,BEYOND_HORIZON"
  })
  void theJobMarketIsHeldOnWednesdays(String date, Refusal.@Nullable Reason reason) {
    assertThat(atTheMarket(date, NOON).map(Refusal::reason)).isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void theJobMarketKeepsNoSeason() {
    assertThat(atTheMarket("2026-12-09", "2026-12-01T12:00:00+08:00")).isEmpty();
  }

  @Test
  void onAnotherDayTheNextMarketDayIsTold() {
    assertThat(atTheMarket("2026-07-07", NOON))
        .contains(Refusal.of(NOT_A_MARKET_DAY, "nextMarketDay", LocalDate.of(2026, 7, 8)));
  }

  @Test
  void aWednesdayThatIsAPublicHolidayIsClosedAndTheNextMarketDayIsTold() {
    String now = "2026-02-10T12:00:00+08:00";
    assertThat(atTheMarket("2026-02-18", now))
        .contains(Refusal.of(HOLIDAY, "nextMarketDay", LocalDate.of(2026, 2, 25)));
    assertThat(atTheMarket("2026-02-25", now)).isEmpty();
    assertThat(atTheMarket("2026-02-17", now))
        .as("a holiday that is no Wednesday")
        .contains(Refusal.of(NOT_A_MARKET_DAY, "nextMarketDay", LocalDate.of(2026, 2, 25)));
  }

  @Test
  void inAYearWhoseHolidaysAreUnknownNothingIsBookedAndNoDayIsPromised() {
    String now = "2026-12-28T12:00:00+08:00";
    assertThat(atTheMarket("2027-01-06", now)).contains(Refusal.of(CALENDAR_UNKNOWN));
    assertThat(atTheMarket("2026-12-31", now)).contains(Refusal.of(NOT_A_MARKET_DAY));
    assertThat(atTheMarket("2026-12-30", now)).isEmpty();
  }

  @Test
  void aNightMarketNeedsNoCalendar() {
    assertThat(
            BookingRules.refusal(
                new Session(Sites.park(), LocalDate.of(2026, 10, 1)),
                new WorkingDays(List.of()),
                instant("2026-09-30T12:00:00+08:00")))
        .isEmpty();
  }

  private static Optional<Refusal> atTheMarket(String date, String now) {
    Set<LocalDate> springFestival =
        LocalDate.of(2026, 2, 15).datesUntil(LocalDate.of(2026, 2, 24)).collect(Collectors.toSet());
    WorkingDays calendar =
        new WorkingDays(List.of(new WorkingDays.CalendarYear(2026, springFestival, Set.of())));
    Session session = new Session(Sites.jobMarket(), LocalDate.parse(date));
    Optional<Refusal> ofTheDay = BookingRules.refusal(session, calendar, instant(now));
    Optional<Refusal> ofTheWish =
        BookingRules.refusal(
            new BookingRule.Wish(
                session,
                session.site().policyOn(session.date()),
                Optional.of("A003"),
                "",
                calendar),
            instant(now));
    assertThat(ofTheWish).isEqualTo(ofTheDay);
    return ofTheDay;
  }

  @Test
  void everyRuleHasANameAndASource() {
    for (SiteKind kind : SiteKind.values()) {
      assertThat(BookingRules.of(kind))
          .isNotEmpty()
          .allSatisfy(rule -> assertThat(rule.name()).isNotBlank())
          .allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    }
  }

  private static Optional<Refusal.Reason> refusal(
      String date, String stallNo, String trade, String now) {
    Session session = new Session(Sites.park(), LocalDate.parse(date));
    return BookingRules.refusal(
            new BookingRule.Wish(
                session, session.site().policyOn(session.date()), Optional.of(stallNo), trade),
            instant(now))
        .map(Refusal::reason);
  }

  private static Instant instant(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
