package org.jiuye.stall.booking;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.Change;
import org.jiuye.stall.session.model.MarketStall;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.SiteViews;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;

/** Bookings as they are answered: names in the caller's language, times of the county. */
public final class BookingViews {
  private final SiteCatalog catalog;

  BookingViews(SiteCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A booking as a caller sees it. The code is shown to those who may act for the holder, while it
   * can be used. Without name and times where the county gave the site up.
   *
   * @param offerUntil until when an offer can be accepted
   * @param changedAt when the state changed last
   * @param reason why, where a reason was given
   */
  @BuiltByName
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

  BookingView booking(Booking booking, Caller caller, Language language) {
    Optional<Change> change = booking.change();
    Optional<Site> site = catalog.find(booking.siteId());
    Optional<Session> session = site.map(known -> new Session(known, booking.date()));
    return BookingViewsBookingViewBuilder.builder()
        .bookingId(booking.bookingId())
        .siteId(booking.siteId())
        .siteName(
            site.map(known -> SiteViews.text(known.name(), language)).orElse(booking.siteId()))
        .date(booking.date())
        .opensAt(session.map(Session::opensAt).map(CountyTime::inCounty))
        .closesAt(session.map(Session::closesAt).map(CountyTime::inCounty))
        .stallNo(booking.stallNo())
        .trade(booking.trade())
        .market(booking.market())
        .state(booking.state().name())
        .personId(booking.personId())
        .onBehalf(booking.onBehalf())
        .bookedAt(CountyTime.inCounty(booking.bookedAt()))
        .offerUntil(booking.offer().map(offer -> CountyTime.inCounty(offer.until())))
        .code(
            booking
                .code()
                .filter(code -> booking.state() == BookingState.CONFIRMED)
                .filter(code -> BookingAccess.mayActOn(caller, booking)))
        .changedAt(change.map(last -> CountyTime.inCounty(last.at())))
        .reason(change.flatMap(Change::reason))
        .policyVersion(booking.policyVersion())
        .version(booking.version())
        .build();
  }
}
