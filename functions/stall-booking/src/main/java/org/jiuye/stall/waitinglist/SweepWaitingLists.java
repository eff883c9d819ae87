package org.jiuye.stall.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.LookAfterSession;
import org.jiuye.stall.site.EachSite;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * Looks after every session that has a waiting list or is closed, yesterday's included: lets offers
 * lapse, hands stalls on, ends what a closure has missed. So nobody waits for ever, whoever died in
 * between.
 */
final class SweepWaitingLists implements ScheduleFunction.Task {
  private final SiteCatalog catalog;
  private final DueStore due;
  private final LookAfterSession lookAfter;
  private final CountyTime time;

  SweepWaitingLists(
      SiteCatalog catalog, DueStore due, LookAfterSession lookAfter, CountyTime time) {
    this.catalog = catalog;
    this.due = due;
    this.lookAfter = lookAfter;
    this.time = time;
  }

  /** What a run did, by number of sessions. */
  record Report(int sessions) {
    Report plus(Report other) {
      return new Report(sessions + other.sessions);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    LocalDate today = CountyTime.dateOf(time.now());
    List<Session> sessions = new ArrayList<>();
    for (LocalDate date = today.minusDays(1);
        !date.isAfter(today.plusDays(horizon()));
        date = date.plusDays(1)) {
      LocalDate night = date;
      due.sites(night).stream()
          .map(catalog::find)
          .flatMap(Optional::stream)
          .forEach(site -> sessions.add(new Session(site, night)));
    }
    return EachSite.ofSessions(sessions, this::sweep, new Report(0), Report::plus);
  }

  private Report sweep(Session session) {
    lookAfter.run(session);
    return new Report(1);
  }

  private int horizon() {
    return catalog.sites().stream()
        .flatMap(site -> site.policies().stream())
        .mapToInt(SitePolicy::horizonDays)
        .max()
        .orElse(0);
  }
}
