package org.jiuye.stall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.calendar.Season;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Change;
import org.jiuye.stall.model.MarketStall;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;
import org.jiuye.stall.model.SitePolicy;

/** Sites and bookings as they are answered: names in the caller's language, times of the county. */
final class Views {
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private final SiteCatalog catalog;

  Views(SiteCatalog catalog) {
    this.catalog = catalog;
  }

  /** A site; the policy is the one of today. */
  record SiteView(
      String siteId,
      String kind,
      String name,
      String division,
      Optional<String> address,
      Optional<Season> season,
      Optional<List<DayOfWeek>> weekdays,
      Optional<Boolean> closedOnHolidays,
      WindowView window,
      List<TradeView> trades,
      int stallCount,
      Optional<PolicyView> policy,
      boolean sample) {}

  /** When a night opens, {@code HH:mm}, and how long it lasts. */
  record WindowView(String opensAt, Duration duration) {}

  record TradeView(String code, String name) {}

  record PolicyView(
      String policyId, int version, int horizonDays, int weeklyLimit, int freeCancellationHours) {}

  /**
   * A booking as it is seen; the code only by those who may act for the holder, while it is of use.
   * Without name and times where the county gave the site up.
   *
   * @param offerUntil until when an offer can be accepted
   * @param changedAt when the state changed last
   * @param reason why, where a reason was given
   */
  record BookingView(
      String bookingId,
      String siteId,
      String siteName,
      LocalDate date,
      Optional<OffsetDateTime> opensAt,
      Optional<OffsetDateTime> closesAt,
      String stallNo,
      Optional<String> trade,
      Optional<MarketStall> market,
      String state,
      String personId,
      boolean onBehalf,
      OffsetDateTime bookedAt,
      Optional<OffsetDateTime> offerUntil,
      Optional<String> code,
      Optional<OffsetDateTime> changedAt,
      Optional<String> reason,
      int policyVersion,
      long version) {}

  SiteView site(Site site, LocalDate today, Language language) {
    return new SiteView(
        site.siteId(),
        site.kind().name(),
        text(site.name(), language),
        site.division(),
        site.address().map(address -> text(address, language)),
        site.season(),
        site.weekdays(),
        site.closedOnHolidays(),
        new WindowView(HOURS.format(site.window().opensAt()), site.window().duration()),
        site.trades().stream()
            .map(code -> new TradeView(code, catalog.tradeName(code, language.tag())))
            .toList(),
        site.stallNumbers().size(),
        site.policyOn(today).map(Views::policy),
        site.sample().orElse(false));
  }

  BookingView booking(Booking booking, Caller caller, Language language) {
    Optional<Change> change = booking.change();
    Optional<Site> site = catalog.find(booking.siteId());
    Optional<Session> session = site.map(known -> new Session(known, booking.date()));
    return new BookingView(
        booking.bookingId(),
        booking.siteId(),
        site.map(known -> text(known.name(), language)).orElse(booking.siteId()),
        booking.date(),
        session.map(Session::opensAt).map(CountyTime::inCounty),
        session.map(Session::closesAt).map(CountyTime::inCounty),
        booking.stallNo(),
        booking.trade(),
        booking.market(),
        booking.state().name(),
        booking.personId(),
        booking.onBehalf(),
        CountyTime.inCounty(booking.bookedAt()),
        booking.offer().map(offer -> CountyTime.inCounty(offer.until())),
        booking
            .code()
            .filter(code -> booking.state() == BookingState.CONFIRMED)
            .filter(code -> BookingAccess.mayActOn(caller, booking)),
        change.map(last -> CountyTime.inCounty(last.at())),
        change.flatMap(Change::reason),
        booking.policyVersion(),
        booking.version());
  }

  static String text(Map<String, String> byLanguage, Language language) {
    String text = byLanguage.get(language.tag());
    return text != null ? text : byLanguage.getOrDefault(Language.CHINESE.tag(), "");
  }

  private static PolicyView policy(SitePolicy policy) {
    return new PolicyView(
        policy.policyId(),
        policy.version(),
        policy.horizonDays(),
        policy.weeklyLimit(),
        policy.freeCancellationHours());
  }
}
