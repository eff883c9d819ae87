package org.jiuye.stall.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.site.EachSite;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;

/** Reminds each holder once of a stall within a day: tonight, or at the market tomorrow morning. */
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
  record Report(int reminded) {
    Report plus(Report other) {
      return new Report(reminded + other.reminded);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    LocalDate today = CountyTime.dateOf(scheduledTime);
    Instant nextRun = scheduledTime.plus(1, ChronoUnit.DAYS);
    List<Session> sessions =
        catalog.nightSites().stream()
            .flatMap(
                site ->
                    Stream.of(today, today.plusDays(1))
                        .filter(site::isInSeason)
                        .map(date -> new Session(site, date)))
            .filter(session -> session.opensAt().isBefore(nextRun))
            .filter(session -> !session.hasStarted(time.now()))
            .toList();
    return EachSite.ofSessions(sessions, this::remind, new Report(0), Report::plus);
  }

  private Report remind(Session session) {
    int reminded = 0;
    for (Booking booking : store.session(session, true).bookings()) {
      reminded += remind(booking, session) ? 1 : 0;
    }
    return new Report(reminded);
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
