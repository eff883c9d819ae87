package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, once a day and site, how tonight is booked, so that the responsible caseworkers can
 * prepare. Run again for the same day it tells nothing twice; a site that fails does not keep the
 * others from being told, but fails the run, which then comes again.
 */
final class AnnounceSessions implements ScheduleFunction.Task {
  private static final Logger LOG = LoggerFactory.getLogger(AnnounceSessions.class);

  private final SiteCatalog catalog;
  private final StallStore store;
  private final CountyTime time;

  AnnounceSessions(SiteCatalog catalog, StallStore store, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.time = time;
  }

  /** What a run did, by number of sites. */
  record Report(LocalDate date, int announced, int announcedBefore, int outOfSeason) {}

  @Override
  public Report run(Instant scheduledTime) {
    LocalDate tonight = CountyTime.dateOf(scheduledTime);
    int announced = 0;
    int announcedBefore = 0;
    int outOfSeason = 0;
    RuntimeException failure = null;
    for (Site site : catalog.sites()) {
      if (isOver(site, tonight, scheduledTime)) {
        outOfSeason++;
        continue;
      }
      try {
        if (announce(new Session(site, tonight))) {
          announced++;
        } else {
          announcedBefore++;
        }
      } catch (RuntimeException siteFailure) {
        LOG.error("Site {} could not be announced", site.siteId());
        failure = siteFailure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return new Report(tonight, announced, announcedBefore, outOfSeason);
  }

  /** Closed that day; or held in the morning, when there is nothing to prepare any more. */
  private static boolean isOver(Site site, LocalDate tonight, Instant scheduledTime) {
    return !site.isInSeason(tonight)
        || !site.isHeldOn(tonight)
        || new Session(site, tonight).hasStarted(scheduledTime);
  }

  private boolean announce(Session session) {
    int booked = store.holders(session.site().siteId(), session.date(), true).size();
    return store.announce(
        new StallStore.Announcement(
            session.site().siteId(), session.date(), booked, session.site().stallNumbers().size()),
        StallEvents.announced(session, booked, time.now()));
  }
}
