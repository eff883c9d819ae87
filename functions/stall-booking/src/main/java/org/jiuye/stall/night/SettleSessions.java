package org.jiuye.stall.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.session.DueStore;
import org.jiuye.stall.session.LookAfterSession;
import org.jiuye.stall.session.StallEvents;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.SessionState;
import org.jiuye.stall.session.model.Transition;
import org.jiuye.stall.session.model.Transitions;
import org.jiuye.stall.site.EachSite;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.standing.Bars;
import org.jiuye.stall.standing.StandingStore;
import org.jiuye.stall.standing.model.Strike;

/**
 * Ends the nights that are over: holders who were there have completed it, those who were not get a
 * strike, unless nobody was checked in at all. A night counts as settled when every booking of it
 * is final; a run that was cut off is taken up where it stopped.
 */
final class SettleSessions implements ScheduleFunction.Task {
  /** How far back a site without a settled night is looked at. */
  private static final int DAYS_BACK = 60;

  private final SiteCatalog catalog;
  private final StallStore store;
  private final StandingStore standings;
  private final DueStore due;
  private final LookAfterSession lookAfter;
  private final Bars bars;
  private final CountyTime time;

  SettleSessions(
      SiteCatalog catalog,
      StallStore store,
      StandingStore standings,
      DueStore due,
      LookAfterSession lookAfter,
      Bars bars,
      CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.standings = standings;
    this.due = due;
    this.lookAfter = lookAfter;
    this.bars = bars;
    this.time = time;
  }

  /** What a run did, by number of sessions and bookings. */
  record Report(int sessions, int completed, int noShows) {
    Report plus(Report other) {
      return new Report(
          sessions + other.sessions, completed + other.completed, noShows + other.noShows);
    }
  }

  @Override
  public Report run(Instant scheduledTime) {
    return EachSite.of(catalog.nightSites(), this::settle, new Report(0, 0, 0), Report::plus);
  }

  private Report settle(Site site) {
    Instant now = time.now();
    LocalDate date =
        due.settledThrough(site.siteId())
            .map(last -> last.plusDays(1))
            .orElse(CountyTime.dateOf(now).minusDays(DAYS_BACK));
    Report report = new Report(0, 0, 0);
    for (Session session = new Session(site, date);
        !now.isBefore(session.closesAt());
        session = new Session(site, session.date().plusDays(1))) {
      report = report.plus(settle(session, now));
      due.settle(site.siteId(), session.date());
    }
    return report;
  }

  private Report settle(Session session, Instant now) {
    if (!session.site().isInSeason(session.date())) {
      return new Report(0, 0, 0);
    }
    List<BookingState> settled = new ArrayList<>();
    SessionState state =
        LookAgain.until(
            () -> {
              lookAfter.run(session);
              return store.session(session, true);
            },
            seen -> {
              List<Transition> ends = ends(seen, session, now);
              ends.stream()
                  .filter(end -> settle(end, session, now))
                  .forEach(end -> settled.add(end.after().state()));
              return ends.isEmpty() ? Optional.of(seen) : Optional.empty();
            });
    // Also for strikes of a run that was cut off before it looked at what they amount to.
    state.bookings().stream()
        .filter(booking -> booking.state() == BookingState.NO_SHOW)
        .forEach(booking -> bars.evaluate(concern(booking), now));
    int noShows = Collections.frequency(settled, BookingState.NO_SHOW);
    return new Report(state.bookings().isEmpty() ? 0 : 1, settled.size() - noShows, noShows);
  }

  private static List<Transition> ends(SessionState state, Session session, Instant now) {
    boolean wardenWasThere = state.bookings().stream().anyMatch(SettleSessions::wasSeen);
    return state.bookings().stream()
        .map(booking -> Transitions.settle(booking, session, now, wardenWasThere))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean settle(Transition end, Session session, Instant now) {
    Booking after = end.after();
    boolean blamed = after.state() == BookingState.NO_SHOW;
    List<Write> strike = blamed ? List.of(strike(after)) : List.of();
    return store
        .apply(
            end,
            0,
            CountyTime.dateOf(now),
            blamed ? List.of(StallEvents.missed(after, session, now)) : List.of(),
            more -> more.and(strike))
        .isWritten();
  }

  private Write strike(Booking missed) {
    return standings.strike(
        missed.personId(),
        missed.kind(),
        new Strike(missed.bookingId(), missed.siteId(), missed.date(), Strike.State.COUNTED));
  }

  private static Bars.Concern concern(Booking missed) {
    return new Bars.Concern(
        missed.personId(),
        missed.kind(),
        missed.division(),
        missed.policyId(),
        missed.policyVersion());
  }

  private static boolean wasSeen(Booking booking) {
    return booking.state() == BookingState.CHECKED_IN
        || (booking.state() == BookingState.COMPLETED
            && booking.change().filter(last -> last.from() == BookingState.CHECKED_IN).isPresent());
  }
}
