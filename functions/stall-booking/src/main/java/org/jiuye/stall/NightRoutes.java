package org.jiuye.stall;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;
import static org.jiuye.shared.identity.Role.WARDEN;

import java.util.Map;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;

/** The use cases of sites, sessions and bookings, wired. */
final class NightRoutes {
  private static final Role[] AGENTS = {CASEWORKER, VILLAGE_WORKER, ADMIN};
  private static final Role[] EMPLOYERS_AND_AGENTS = {EMPLOYER, CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SiteCatalog catalog;
  private final PersonStore persons;
  private final StandingStore standings;
  private final ClosureStore closures;
  private final QueueStore queues;
  private final StallStore store;
  private final DueStore due;
  private final Sessions sessions;
  private final Allocator allocator;
  private final LookAfterSession lookAfter;
  private final MarketRoutes market;
  private final WithdrawStalls withdrawStalls;
  private final Bars bars;
  private final CountyTime time;

  NightRoutes(Table table, Items items, CountyTime time) {
    this.time = time;
    this.catalog = new SiteCatalog(new SiteStore(table, items));
    this.persons = new PersonStore(table, items);
    this.standings = new StandingStore(table, items);
    this.closures = new ClosureStore(table, items);
    this.queues = new QueueStore(table, items, persons, standings);
    this.store = new StallStore(table, items, persons, standings, queues);
    this.due = new DueStore(table, items);
    this.sessions = new Sessions(catalog);
    this.allocator = new Allocator(store, queues, time);
    this.market = new MarketRoutes(table, items, catalog, time);
    this.withdrawStalls = market.withdrawStalls(persons, sessions, store, due, allocator);
    this.bars = new Bars(standings, catalog);
    this.lookAfter = new LookAfterSession(store, allocator, time);
  }

  /** The sites, which shopfronts need too. */
  SiteCatalog catalog() {
    return catalog;
  }

  /** The schedules' tasks by name. */
  Map<String, ScheduleFunction.Task> tasks() {
    return Map.of(
        "announce-sessions", new AnnounceSessions(catalog, store, due, time),
        "remind-holders", new RemindHolders(catalog, store, time),
        "sweep-queues", new SweepQueues(catalog, due, lookAfter, time),
        "withdraw-stalls", withdrawStalls,
        "settle-sessions",
            new SettleSessions(catalog, store, standings, due, lookAfter, bars, time));
  }

  /** Adds the routes. */
  void addTo(Routes.Builder routes, Idempotency idempotency) {
    Views views = new Views(catalog);
    BookingAnswers answers = new BookingAnswers(store, views);
    GetBooking getBooking = new GetBooking(store, answers);
    addSites(routes, views);
    addBookings(routes, idempotency, views, answers, getBooking);
    addQueue(routes, idempotency, answers, getBooking);
    addNight(routes, idempotency, answers, getBooking);
    addStanding(routes, idempotency);
    market.addTo(routes, idempotency, getBooking, withdrawStalls);
  }

  private void addSites(Routes.Builder routes, Views views) {
    routes
        .open("GET /sites", new ListSites(catalog, views, time)::handle)
        .open("GET /sites/{siteId}", new GetSite(catalog, views, time)::handle)
        .open("GET /sites/{siteId}/sessions/{date}", new GetSession(sessions, store, time)::handle);
  }

  private void addBookings(
      Routes.Builder routes,
      Idempotency idempotency,
      Views views,
      BookingAnswers answers,
      GetBooking getBooking) {
    TakeStall takeStall = new TakeStall(store, closures);
    BookByKind bookByKind =
        new BookByKind(
            catalog,
            new BookStall(catalog, takeStall, idempotency, answers, time),
            market.bookMarketStall(takeStall, idempotency, answers));
    CancelBooking cancelBooking =
        new CancelBooking(getBooking, sessions, store, due, allocator, idempotency, answers, time);
    routes
        .guarded("POST /stall-bookings", bookByKind::handle, CITIZEN, EMPLOYERS_AND_AGENTS)
        .guarded(
            "GET /stall-bookings",
            new ListBookings(persons, views)::handle,
            CITIZEN,
            EMPLOYERS_AND_AGENTS)
        .guarded(
            "GET /stall-bookings/{bookingId}",
            getBooking::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            WARDEN,
            ADMIN)
        .guarded(
            "POST /stall-bookings/{bookingId}/cancellation",
            cancelBooking::handle,
            CITIZEN,
            EMPLOYERS_AND_AGENTS);
  }

  private void addQueue(
      Routes.Builder routes,
      Idempotency idempotency,
      BookingAnswers answers,
      GetBooking getBooking) {
    Places places = new Places(store);
    JoinQueue joinQueue =
        new JoinQueue(sessions, store, queues, due, allocator, places, idempotency, time);
    QueuePlace place = new QueuePlace(catalog, store, queues, places, allocator);
    AnswerOffer answerOffer =
        new AnswerOffer(getBooking, sessions, store, allocator, idempotency, answers, time);
    String waitingList = " /sites/{siteId}/sessions/{date}/waiting-list";
    routes
        .guarded("POST" + waitingList, joinQueue::handle, CITIZEN, AGENTS)
        .guarded("GET" + waitingList, place::get, CITIZEN, AGENTS)
        .guarded("DELETE" + waitingList, place::leave, CITIZEN, AGENTS)
        .guarded("POST /stall-offers/{offerId}/acceptance", answerOffer::accept, CITIZEN, AGENTS)
        .guarded("POST /stall-offers/{offerId}/refusal", answerOffer::refuse, CITIZEN, AGENTS);
  }

  private void addNight(
      Routes.Builder routes,
      Idempotency idempotency,
      BookingAnswers answers,
      GetBooking getBooking) {
    CheckIn checkIn = new CheckIn(getBooking, sessions, store, idempotency, answers, time);
    GetRoster getRoster = new GetRoster(sessions, store, catalog);
    routes
        .guarded("POST /stall-bookings/{bookingId}/check-in", checkIn::handle, WARDEN)
        .guarded(
            "GET /sites/{siteId}/sessions/{date}/roster",
            getRoster::handle,
            WARDEN,
            CASEWORKER,
            ADMIN)
        .guarded(
            "POST /sites/{siteId}/sessions/{date}/closure",
            new CloseSession(sessions, closures, store, due, lookAfter, idempotency, time)::handle,
            WARDEN,
            CASEWORKER,
            ADMIN)
        .guarded(
            "POST /sites/{siteId}/sessions/{date}/reopening",
            new ReopenSession(sessions, closures, idempotency, time)::handle,
            WARDEN,
            CASEWORKER,
            ADMIN);
  }

  private void addStanding(Routes.Builder routes, Idempotency idempotency) {
    GetStanding getStanding = new GetStanding(standings, catalog);
    ContestBar contestBar = new ContestBar(standings, bars, getStanding, idempotency, time);
    routes
        .guarded("GET /stall-bookings/standing", getStanding::handle, CITIZEN, EMPLOYERS_AND_AGENTS)
        .guarded(
            "POST /stall-bookings/standing/objection",
            contestBar::object,
            CITIZEN,
            EMPLOYERS_AND_AGENTS)
        .guarded("POST /stall-bookings/standing/decision", contestBar::decide, CASEWORKER, ADMIN);
  }
}
