package org.jiuye.stall.session;

import java.time.LocalDate;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;

/** The session that a request is about. */
public final class Sessions {
  private final SiteCatalog catalog;

  Sessions(SiteCatalog catalog) {
    this.catalog = catalog;
  }

  private record Wanted(String siteId, LocalDate date) {}

  /**
   * The session that a request's path names, and nothing in its query.
   *
   * @throws ProblemException 404 {@code site-not-found}, 400 for no date
   */
  public Session of(HttpRequest request) {
    Wanted wanted =
        request.readParameters(
            parameters ->
                new Wanted(
                    parameters.path("siteId", SiteCatalog.SITE_ID), parameters.pathDate("date")));
    return new Session(catalog.get(wanted.siteId()), wanted.date());
  }

  /**
   * The session that a request's path names, for the staff who look after its site.
   *
   * @throws ProblemException as {@link #of(HttpRequest)} does, and 403 {@code wrong-division}
   */
  public Session ofStaff(HttpRequest request, Caller caller) {
    Session session = of(request);
    if (!caller.covers(session.site().division())) {
      throw ProblemException.of(403, "wrong-division");
    }
    return session;
  }

  /** The public holidays, where the session's site keeps them; else those of no year. */
  public WorkingDays calendar(Session session) {
    return catalog.calendarFor(session.site());
  }

  /** The session that a booking is for. */
  public Session of(Booking booking) {
    return new Session(catalog.get(booking.siteId()), booking.date());
  }
}
