package org.jiuye.stall.market;

import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteKind;

/**
 * {@code POST /stall-bookings}: what a booking needs, and the roles that may make it, depend on the
 * kind of site. Staff book for everybody.
 */
final class BookByKind {
  private final SiteCatalog catalog;
  private final Routes.CallerHandler bookStall;
  private final PostMarketBooking bookMarketStall;

  BookByKind(
      SiteCatalog catalog, Routes.CallerHandler bookStall, PostMarketBooking bookMarketStall) {
    this.catalog = catalog;
    this.bookStall = bookStall;
    this.bookMarketStall = bookMarketStall;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    SiteKind kind =
        request
            .peekText("siteId")
            .flatMap(catalog::find)
            .map(Site::kind)
            .orElse(SiteKind.NIGHT_MARKET);
    return switch (kind) {
      case NIGHT_MARKET, SHOPFRONT -> {
        refuse(caller, Role.EMPLOYER);
        yield bookStall.handle(request, caller);
      }
      case JOB_MARKET -> {
        refuse(caller, Role.CITIZEN);
        yield bookMarketStall.handle(request, caller);
      }
    };
  }

  private static void refuse(Caller caller, Role role) {
    if (caller.role() == role) {
      throw ProblemException.of(403, "wrong-role");
    }
  }
}
