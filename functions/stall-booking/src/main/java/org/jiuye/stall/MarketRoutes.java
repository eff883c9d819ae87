package org.jiuye.stall;

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

/** The use cases of the job market, wired. */
final class MarketRoutes {
  private static final Role[] STAFF = {CASEWORKER, VILLAGE_WORKER, ADMIN};

  private final SiteCatalog catalog;
  private final EmployerStore employers;
  private final VacancyStore vacancies;
  private final OutcomeStore outcomes;
  private final CountyTime time;

  MarketRoutes(Table table, Items items, SiteCatalog catalog, CountyTime time) {
    this.catalog = catalog;
    this.employers = new EmployerStore(table, items);
    this.vacancies = new VacancyStore(table, items);
    this.outcomes = new OutcomeStore(table, items);
    this.time = time;
  }

  /** The use case that {@code POST /stall-bookings} leads to at a job market. */
  BookMarketStall bookMarketStall(
      TakeStall takeStall, Idempotency idempotency, BookingAnswers answers) {
    return new BookMarketStall(
        catalog, takeStall, employers, vacancies, idempotency, answers, time);
  }

  /** What a rejected employer's stalls end by. */
  WithdrawStalls withdrawStalls(
      PersonStore persons, Sessions sessions, StallStore store, DueStore due, Allocator allocator) {
    return new WithdrawStalls(employers, persons, sessions, store, due, allocator, time);
  }

  /** Adds the routes. */
  void addTo(
      Routes.Builder routes,
      Idempotency idempotency,
      GetBooking getBooking,
      WithdrawStalls withdrawStalls) {
    addEmployers(routes, idempotency, withdrawStalls);
    routes.open("GET /vacancies", new ListVacancies(catalog, vacancies, time)::handle);
    addOutcomes(routes, idempotency, getBooking);
  }

  private void addEmployers(
      Routes.Builder routes, Idempotency idempotency, WithdrawStalls withdrawStalls) {
    MarketCounty county = new MarketCounty(catalog);
    GetEmployer getEmployer = new GetEmployer(employers, county);
    routes
        .guarded(
            "POST /employers",
            new RegisterEmployer(employers, county, idempotency, time)::handle,
            EMPLOYER,
            STAFF)
        .guarded("GET /employers", new ListEmployers(employers, county)::handle, CASEWORKER, ADMIN)
        .guarded("GET /employers/{creditCode}", getEmployer::handle, EMPLOYER, STAFF)
        .guarded(
            "POST /employers/{creditCode}/verification",
            new VerifyEmployer(getEmployer, employers, withdrawStalls, county, idempotency, time)
                ::handle,
            CASEWORKER,
            ADMIN);
  }

  private void addOutcomes(Routes.Builder routes, Idempotency idempotency, GetBooking getBooking) {
    GetOutcome getOutcome = new GetOutcome(getBooking, outcomes);
    ReportOutcome reportOutcome =
        new ReportOutcome(getBooking, getOutcome, catalog, outcomes, vacancies, idempotency, time);
    DecideHire decideHire = new DecideHire(outcomes, idempotency, time);
    routes
        .guarded("POST /stall-bookings/{bookingId}/outcome", reportOutcome::handle, EMPLOYER, STAFF)
        .guarded("GET /stall-bookings/{bookingId}/outcome", getOutcome::handle, EMPLOYER, STAFF)
        .guarded("GET /stall-hires", new ListHires(outcomes)::handle, CITIZEN, STAFF)
        .guarded(
            "POST /stall-hires/{hireId}/confirmation",
            decideHire::confirm,
            CITIZEN,
            CASEWORKER,
            ADMIN)
        .guarded("POST /stall-hires/{hireId}/denial", decideHire::deny, CITIZEN, CASEWORKER, ADMIN);
  }
}
