package org.jiuye.stall.booking.model;

import static org.jiuye.stall.booking.model.Refusal.Reason.BEYOND_HORIZON;
import static org.jiuye.stall.booking.model.Refusal.Reason.CALENDAR_UNKNOWN;
import static org.jiuye.stall.booking.model.Refusal.Reason.HOLIDAY;
import static org.jiuye.stall.booking.model.Refusal.Reason.NOT_A_MARKET_DAY;
import static org.jiuye.stall.booking.model.Refusal.Reason.NOT_BOOKABLE_BY_NIGHT;
import static org.jiuye.stall.booking.model.Refusal.Reason.OUT_OF_SEASON;
import static org.jiuye.stall.booking.model.Refusal.Reason.POLICY_UNKNOWN;
import static org.jiuye.stall.booking.model.Refusal.Reason.SESSION_STARTED;
import static org.jiuye.stall.booking.model.Refusal.Reason.STALL_UNKNOWN;
import static org.jiuye.stall.booking.model.Refusal.Reason.TRADE_NOT_ALLOWED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * The rules of booking by kind of site, in the order in which they are told. What only one write
 * can decide (who holds a stall, who has one that night, how many that week) is not here but in the
 * conditions of that write.
 */
public final class BookingRules {
  private static final String COUNTY_TEXT =
      "巨鹿县“三重体系”政策信息 二(三): temporary stalls on summer evenings, in the county's places and trades";
  private static final String JOB_MARKET_TEXT =
      "巨鹿县“三重体系”政策信息 二(一): 岗位超市, every Wednesday in the social-security hall";
  private static final String HOLIDAYS = "seeds: calendar, the State Council's yearly notice";
  private static final String SITE_POLICY = "seeds: stall-policies.yaml";

  /** The pavement in front of a shop is the shop's for a season, and nobody else's. */
  static final BookingRule SITE_IS_BOOKED_BY_THE_NIGHT =
      new BookingRule(
          "site is booked by the night",
          COUNTY_TEXT,
          (wish, now) -> {
            Site site = wish.session().site();
            return site.kind().isBookedByTheNight()
                ? Optional.empty()
                : Optional.of(
                    Refusal.of(
                        NOT_BOOKABLE_BY_NIGHT, "instead", "/frontages?siteId=" + site.siteId()));
          });

  /** Summer only: {@code 根据夏季群众晚上外出活动增多的实际}. */
  static final BookingRule SITE_IS_IN_SEASON =
      new BookingRule(
          "site is in season",
          COUNTY_TEXT,
          (wish, now) ->
              refuseUnless(wish.session().site().isInSeason(wish.session().date()), OUT_OF_SEASON));

  /** {@code 每周三}: every Wednesday. */
  static final BookingRule DAY_IS_A_MARKET_DAY =
      new BookingRule(
          "day is a market day",
          JOB_MARKET_TEXT,
          (wish, now) ->
              wish.session().site().isHeldOn(wish.session().date())
                  ? Optional.empty()
                  : Optional.of(MarketDays.refusal(NOT_A_MARKET_DAY, wish)));

  static final BookingRule CALENDAR_IS_KNOWN =
      new BookingRule(
          "calendar of the year is known",
          HOLIDAYS,
          (wish, now) ->
              refuseUnless(
                  !wish.session().site().needsCalendar() || isHoliday(wish).isPresent(),
                  CALENDAR_UNKNOWN));

  static final BookingRule DAY_IS_NO_HOLIDAY =
      new BookingRule(
          "day is no public holiday",
          HOLIDAYS,
          (wish, now) ->
              wish.session().site().needsCalendar() && isHoliday(wish).orElse(false)
                  ? Optional.of(MarketDays.refusal(HOLIDAY, wish))
                  : Optional.empty());

  static final BookingRule SESSION_HAS_NOT_STARTED =
      new BookingRule(
          "session has not started",
          SITE_POLICY,
          (wish, now) -> refuseUnless(!wish.session().hasStarted(now), SESSION_STARTED));

  static final BookingRule POLICY_IS_KNOWN =
      new BookingRule(
          "rules of the night are known",
          SITE_POLICY,
          (wish, now) -> refuseUnless(wish.policy().isPresent(), POLICY_UNKNOWN));

  static final BookingRule NIGHT_IS_WITHIN_HORIZON =
      new BookingRule("night is within the horizon", SITE_POLICY, BookingRules::beyondHorizon);

  static final BookingRule TRADE_IS_ALLOWED =
      new BookingRule(
          "trade is allowed here",
          COUNTY_TEXT,
          (wish, now) -> {
            List<String> trades = wish.session().site().trades();
            return trades.contains(wish.trade())
                ? Optional.empty()
                : Optional.of(Refusal.of(TRADE_NOT_ALLOWED, "trades", trades));
          });

  static final BookingRule STALL_EXISTS =
      new BookingRule(
          "stall exists",
          SITE_POLICY,
          (wish, now) ->
              refuseUnless(
                  wish.stallNo().map(wish.session().site().stallNumbers()::contains).orElse(true),
                  STALL_UNKNOWN));

  /** The rules that concern the day alone, whoever wishes what. */
  private static final List<BookingRule> OF_THE_DAY =
      List.of(
          SITE_IS_BOOKED_BY_THE_NIGHT,
          SITE_IS_IN_SEASON,
          SESSION_HAS_NOT_STARTED,
          POLICY_IS_KNOWN,
          DAY_IS_A_MARKET_DAY,
          CALENDAR_IS_KNOWN,
          DAY_IS_NO_HOLIDAY,
          NIGHT_IS_WITHIN_HORIZON);

  private static final List<BookingRule> NIGHT_MARKET = ofTheDayAnd(STALL_EXISTS, TRADE_IS_ALLOWED);

  private static final List<BookingRule> JOB_MARKET = ofTheDayAnd(STALL_EXISTS);

  private static final List<BookingRule> SHOPFRONT = List.of(SITE_IS_BOOKED_BY_THE_NIGHT);

  private BookingRules() {}

  /** The rules of a kind of site. */
  public static List<BookingRule> of(SiteKind kind) {
    return switch (kind) {
      case NIGHT_MARKET -> NIGHT_MARKET;
      case JOB_MARKET -> JOB_MARKET;
      case SHOPFRONT -> SHOPFRONT;
    };
  }

  /** Why a wish cannot be had; empty where every rule lets it pass. */
  public static Optional<Refusal> refusal(BookingRule.Wish wish, Instant now) {
    return first(of(wish.session().site().kind()), wish, now);
  }

  /**
   * Why nothing can be booked for a session; empty where something might.
   *
   * @param calendar the public holidays; those of no year where the site keeps none
   */
  public static Optional<Refusal> refusal(Session session, WorkingDays calendar, Instant now) {
    Optional<SitePolicy> policy = session.site().policyOn(session.date());
    BookingRule.Wish wish = new BookingRule.Wish(session, policy, Optional.empty(), "", calendar);
    return first(OF_THE_DAY, wish, now);
  }

  private static List<BookingRule> ofTheDayAnd(BookingRule... more) {
    return Stream.concat(OF_THE_DAY.stream(), Stream.of(more)).toList();
  }

  private static Optional<Boolean> isHoliday(BookingRule.Wish wish) {
    return wish.calendar().isHoliday(wish.session().date());
  }

  private static Optional<Refusal> first(
      List<BookingRule> rules, BookingRule.Wish wish, Instant now) {
    return rules.stream().flatMap(rule -> rule.check().refusal(wish, now).stream()).findFirst();
  }

  private static Optional<Refusal> beyondHorizon(BookingRule.Wish wish, Instant now) {
    return wish.policy()
        .map(policy -> CountyTime.dateOf(now).plusDays(policy.horizonDays()))
        .filter(last -> wish.session().date().isAfter(last))
        .map((LocalDate last) -> Refusal.of(BEYOND_HORIZON, "lastDate", last));
  }

  private static Optional<Refusal> refuseUnless(boolean allowed, Refusal.Reason reason) {
    return allowed ? Optional.empty() : Optional.of(Refusal.of(reason));
  }
}
