package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;

/** Reminds, once, who has a stall tonight. */
final class RemindHolders implements ScheduleFunction.Task {
  private final SiteCatalog catalog;
  private final StallStore store;
  private final CountyTime time;

  RemindHolders(SiteCatalog catalog, StallStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /** What a run did, by number of bookings. */
  record Report(LocalDate date, int reminded) {
    Report plus(Report other) {
      return new Report(date, reminded + other.reminded);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    LocalDate tonight = CountyTime.dateOf(scheduledTime);
    return EachSite.of(
        catalog.nightSites(), site -> remind(site, tonight), new Report(tonight, 0), Report::plus);
  }

  private Report remind(Site site, LocalDate tonight) {
    Session session = new Session(site, tonight);
    int reminded = 0;
    if (site.isInSeason(tonight) && !session.hasStarted(time.now())) {
      for (Booking booking : store.session(session, true).bookings()) {
        reminded += remind(booking, session) ? 1 : 0;
      }
    }
    return new Report(tonight, reminded);
  }

  /** A booking that changes meanwhile is left alone: what it became is told by that change. */
  private boolean remind(Booking booking, Session session) {
    if (booking.state() != BookingState.CONFIRMED || booking.remindedAt().isPresent()) {
      return false;
    }
    Instant now = time.now();
    Booking reminded = booking.reminded(now);
    return store.update(booking, reminded, List.of(StallEvents.reminded(reminded, session, now)));
  }
}
