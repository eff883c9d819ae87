package org.jiuye.stall.market;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;

import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.booking.BookingRoom;
import org.jiuye.stall.employer.EmployerRoom;
import org.jiuye.stall.session.SessionRoom;
import org.jiuye.stall.vacancy.LawfulVacancies;
import org.jiuye.stall.vacancy.VacancyRoom;

/** The job market's stalls and what comes of them, wired. */
public final class MarketRoom {
  private static final Role[] STAFF = {CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SessionRoom session;
  private final BookingRoom booking;
  private final EmployerRoom employer;
  private final VacancyRoom vacancy;
  private final OutcomeStore outcomes;
  private final CountyTime time;

  public MarketRoom(
      Table table,
      Items items,
      SessionRoom session,
      BookingRoom booking,
      EmployerRoom employer,
      VacancyRoom vacancy,
      CountyTime time) {
    this.session = session;
    this.booking = booking;
    this.employer = employer;
    this.vacancy = vacancy;
    this.outcomes = new OutcomeStore(table, items);
    this.time = time;
  }

  /** Ends the stalls of rejected employers; also the schedule's task. */
  public WithdrawStalls withdrawStalls() {
    return new WithdrawStalls(
        employer.store(),
        session.persons(),
        session.sessions(),
        session.stalls(),
        session.due(),
        session.allocator(),
        time);
  }

  /** Adds the routes. */
  public void addTo(Routes.Builder routes, Idempotency idempotency) {
    BookByKind bookByKind =
        new BookByKind(
            session.catalog(),
            booking.bookStall(idempotency),
            new PostMarketBooking(
                session.catalog(),
                new BookMarketStall(
                    session.catalog(),
                    booking.takeStall(),
                    employer.acting(),
                    vacancy.store(),
                    time),
                new LawfulVacancies(vacancy.store()),
                idempotency,
                booking.answers()));
    routes.guarded(
        "POST /stall-bookings",
        bookByKind::handle,
        CITIZEN,
        EMPLOYER,
        CASEWORKER,
        VILLAGE_WORKER,
        ADMIN);
    addOutcomes(routes, idempotency);
  }

  private void addOutcomes(Routes.Builder routes, Idempotency idempotency) {
    GetOutcome getOutcome = new GetOutcome(booking.getBooking(), outcomes);
    PostOutcome postOutcome =
        new PostOutcome(
            booking.getBooking(),
            getOutcome,
            new ReportOutcome(session.catalog(), outcomes, vacancy.store(), time),
            idempotency);
    PostHireDecision decision =
        new PostHireDecision(outcomes, new DecideHire(outcomes, time), idempotency);
    routes
        .guarded("POST /stall-bookings/{bookingId}/outcome", postOutcome::handle, EMPLOYER, STAFF)
        .guarded("GET /stall-bookings/{bookingId}/outcome", getOutcome::handle, EMPLOYER, STAFF)
        .guarded("GET /stall-hires", new ListHires(outcomes)::handle, CITIZEN, STAFF)
        .guarded(
            "POST /stall-hires/{hireId}/confirmation",
            decision::confirm,
            CITIZEN,
            CASEWORKER,
            ADMIN)
        .guarded("POST /stall-hires/{hireId}/denial", decision::deny, CITIZEN, CASEWORKER, ADMIN);
  }
}
