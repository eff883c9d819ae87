package org.jiuye.stall.night;

import java.time.Instant;
import java.time.LocalDate;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.site.EachSite;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;

/**
 * Tells, once a day and site, how tonight is booked, so that the responsible caseworkers can
 * prepare. Run again for the same day it tells nothing twice.
 */
final class AnnounceSessions implements ScheduleFunction.Task {
  private final SiteCatalog catalog;
  private final StallStore store;
  private final DueStore due;
  private final CountyTime time;

  AnnounceSessions(SiteCatalog catalog, StallStore store, DueStore due, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.due = due;
    this.time = time;
  }

  /** What a run did, by number of sites. */
  record Report(LocalDate date, int announced, int announcedBefore, int outOfSeason) {
    Report plus(Report other) {
      return new Report(
          date,
          announced + other.announced,
          announcedBefore + other.announcedBefore,
          outOfSeason + other.outOfSeason);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    LocalDate tonight = CountyTime.dateOf(scheduledTime);
    return EachSite.of(
        catalog.nightSites(),
        site -> announce(site, tonight, scheduledTime),
        new Report(tonight, 0, 0, 0),
        Report::plus);
  }

  /** A site that is held in the morning has nothing to prepare any more. */
  private Report announce(Site site, LocalDate tonight, Instant scheduledTime) {
    Session session = new Session(site, tonight);
    if (!site.isInSeason(tonight) || !site.isHeldOn(tonight) || session.hasStarted(scheduledTime)) {
      return new Report(tonight, 0, 0, 1);
    }
    int booked =
        (int)
            store.session(session, true).bookings().stream()
                .map(Booking::state)
                .filter(BookingState.CONFIRMED::equals)
                .count();
    DueStore.Announcement announcement =
        new DueStore.Announcement(site.siteId(), tonight, booked, site.stallNumbers().size());
    boolean first = due.announce(announcement, StallEvents.announced(session, booked, time.now()));
    return new Report(tonight, first ? 1 : 0, first ? 0 : 1, 0);
  }
}
