package org.jiuye.stall.night;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.MarketStall;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.SiteViews;
import org.jiuye.stall.site.model.Session;

/**
 * {@code GET /sites/{siteId}/sessions/{date}/roster}: what the warden walks the site with: stalls,
 * trades, states, no codes and no names. As a page to print where {@code Accept} asks for HTML.
 */
final class GetRoster {
  private final Sessions sessions;
  private final StallStore store;
  private final SiteCatalog catalog;

  GetRoster(Sessions sessions, StallStore store, SiteCatalog catalog) {
    this.sessions = sessions;
    this.store = store;
    this.catalog = catalog;
  }

  /** A session's stalls in their order. */
  record RosterView(
      String siteId,
      String siteName,
      LocalDate date,
      OffsetDateTime opensAt,
      OffsetDateTime closesAt,
      List<RosterLine> stalls) {}

  record RosterLine(
      String stallNo,
      Optional<String> bookingId,
      Optional<String> trade,
      Optional<String> tradeName,
      Optional<BookingState> state) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Session session = sessions.ofStaff(request, caller);
    RosterView roster = roster(session, request.language());
    boolean page =
        request.header("accept").filter(types -> types.contains("text/html")).isPresent();
    return page
        ? HttpResponse.page(RosterPage.of(roster, request.language()))
        : HttpResponse.ok(roster);
  }

  private RosterView roster(Session session, Language language) {
    Map<String, Booking> byStall =
        store.session(session, true).bookings().stream()
            .collect(Collectors.toMap(Booking::stallNo, Function.identity()));
    return new RosterView(
        session.site().siteId(),
        SiteViews.text(session.site().name(), language),
        session.date(),
        CountyTime.inCounty(session.opensAt()),
        CountyTime.inCounty(session.closesAt()),
        session.site().stallNumbers().stream()
            .sorted(Comparator.naturalOrder())
            .map(stallNo -> line(stallNo, Optional.ofNullable(byStall.get(stallNo)), language))
            .toList());
  }

  /** The trade, or the employer. */
  private Optional<String> whatIsThere(Booking booking, Language language) {
    return booking
        .trade()
        .map(trade -> catalog.tradeName(trade, language.tag()))
        .or(() -> booking.market().map(MarketStall::employerName));
  }

  private RosterLine line(String stallNo, Optional<Booking> booking, Language language) {
    return new RosterLine(
        stallNo,
        booking.map(Booking::bookingId),
        booking.flatMap(Booking::trade),
        booking.flatMap(held -> whatIsThere(held, language)),
        booking.map(Booking::state));
  }
}
