package org.jiuye.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.stall.model.Closure;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;
import org.jiuye.stall.model.SitePolicy;

/**
 * Looks after every session that has a waiting list or is closed, yesterday's included: lets offers
 * lapse, hands stalls on, ends what a closure has missed. So nobody waits for ever, whoever died in
 * between.
 */
final class SweepQueues implements ScheduleFunction.Task {
  private final SiteCatalog catalog;
  private final StallStore store;
  private final DueStore due;
  private final Allocator allocator;
  private final CloseSession closeSession;
  private final CountyTime time;

  SweepQueues(
      SiteCatalog catalog,
      StallStore store,
      DueStore due,
      Allocator allocator,
      CloseSession closeSession,
      CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.due = due;
    this.allocator = allocator;
    this.closeSession = closeSession;
    this.time = time;
  }

  /** What a run did, by number of sessions. */
  record Report(int sessions) {}

  @Override
  public Report run(Instant scheduledTime) {
    LocalDate today = CountyTime.dateOf(time.now());
    int sessions = 0;
    for (LocalDate date = today.minusDays(1);
        !date.isAfter(today.plusDays(horizon()));
        date = date.plusDays(1)) {
      LocalDate night = date;
      List<Site> sites =
          due.sites(night).stream().map(catalog::find).flatMap(Optional::stream).toList();
      sessions += EachSite.of(sites, site -> sweep(new Session(site, night)), 0, Integer::sum);
    }
    return new Report(sessions);
  }

  private int sweep(Session session) {
    Optional<Closure> closure = store.session(session, true).closure();
    if (closure.isPresent()) {
      closeSession.endAll(session, closure.get());
    } else {
      allocator.run(session);
    }
    return 1;
  }

  private int horizon() {
    return catalog.sites().stream()
        .flatMap(site -> site.policies().stream())
        .mapToInt(SitePolicy::horizonDays)
        .max()
        .orElse(0);
  }
}
