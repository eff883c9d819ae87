package org.jiuye.stall.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.booking.GetBooking;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireState;
import org.jiuye.stall.market.model.Outcome;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.MarketStalls;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.vacancy.VacancyStore;
import org.jiuye.stall.vacancy.model.PostedVacancy;

/**
 * {@code POST /stall-bookings/{bookingId}/outcome}: what came of a stall at the job market. An
 * employer may report more than once: interviews and intents are those so far, hires those that are
 * new, each a record of its own.
 */
final class ReportOutcome {
  /** Each hire is one or two writes of a transaction of at most a hundred. */
  private static final int MOST_HIRES = 40;

  private static final int MOST_PEOPLE = 10_000;

  private final GetBooking getBooking;
  private final GetOutcome getOutcome;
  private final SiteCatalog catalog;
  private final OutcomeStore store;
  private final VacancyStore vacancies;
  private final Idempotency idempotency;
  private final CountyTime time;

  ReportOutcome(
      GetBooking getBooking,
      GetOutcome getOutcome,
      SiteCatalog catalog,
      OutcomeStore store,
      VacancyStore vacancies,
      Idempotency idempotency,
      CountyTime time) {
    this.getBooking = getBooking;
    this.getOutcome = getOutcome;
    this.catalog = catalog;
    this.store = store;
    this.vacancies = vacancies;
    this.idempotency = idempotency;
    this.time = time;
  }

  private record NewHire(int vacancyNo, Optional<String> personId) {}

  private record Report(int interviews, int intents, List<NewHire> hires) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Booking booking = getBooking.own(request, caller, "bookingId");
    Report report = request.readBody(fields -> report(fields, booking));
    refuseTwice(report.hires());
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> {
          keep(booking, report, caller, attempt);
          return answer(booking.bookingId());
        },
        this::answer);
  }

  private HttpResponse answer(String bookingId) {
    return HttpResponse.created(
        "/stall-bookings/" + bookingId + "/outcome", getOutcome.view(bookingId));
  }

  private static Report report(BodyFields fields, Booking booking) {
    int vacancies = booking.market().map(market -> market.vacancyCount()).orElse(0);
    return new Report(
        fields.integer("interviews", 0, MOST_PEOPLE),
        fields.integer("intents", 0, MOST_PEOPLE),
        fields.list(
            "hires",
            0,
            MOST_HIRES,
            hire ->
                new NewHire(
                    hire.integer("vacancyNo", 1, vacancies), hire.optionalPersonId("personId"))));
  }

  private void keep(Booking booking, Report report, Caller caller, Attempt attempt) {
    Instant now = time.now();
    Site site = catalog.get(booking.siteId());
    Session session = new Session(site, booking.date());
    if (!MarketStalls.isOutcomeDue(booking, session, now)) {
      throw ProblemException.of(409, "outcome-not-due");
    }
    List<PostedVacancy> offered =
        vacancies.of(StallStore.stand(booking, booking.market().orElseThrow()));
    List<Hire> hires =
        report.hires().stream().map(hire -> hire(booking, offered, hire, caller, now)).toList();
    LookAgain.untilDone(
        () -> store.outcome(booking.bookingId()),
        before -> {
          Outcome after =
              new Outcome(
                  booking.bookingId(),
                  report.interviews(),
                  report.intents(),
                  now,
                  caller.actor(),
                  before.map(Outcome::version).orElse(0L) + 1);
          OutcomeStore.Reported reported =
              store.report(before, after, hires, site, attempt.record(booking.bookingId()));
          if (!reported.known().isEmpty()) {
            throw reportedBefore(reported.known());
          }
          return reported.isWritten();
        });
  }

  private static Hire hire(
      Booking booking, List<PostedVacancy> offered, NewHire hire, Caller caller, Instant now) {
    String title =
        offered.stream()
            .filter(vacancy -> vacancy.vacancyNo() == hire.vacancyNo())
            .findAny()
            .map(vacancy -> vacancy.vacancy().title())
            .orElseThrow(() -> new IllegalStateException("A booking that holds has its vacancies"));
    return new Hire(
        OutcomeStore.newHireId(booking.bookingId()),
        booking.bookingId(),
        booking.division(),
        booking.date(),
        booking.market().orElseThrow().employerName(),
        hire.vacancyNo(),
        title,
        hire.personId(),
        HireState.REPORTED,
        now,
        caller.actor(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static void refuseTwice(List<NewHire> hires) {
    Set<String> named = new HashSet<>();
    List<Integer> twice = new ArrayList<>();
    for (int index = 0; index < hires.size(); index++) {
      Optional<String> personId = hires.get(index).personId();
      if (personId.isPresent() && !named.add(personId.get())) {
        twice.add(index);
      }
    }
    if (!twice.isEmpty()) {
      throw reportedBefore(twice);
    }
  }

  private static ProblemException reportedBefore(List<Integer> hires) {
    return ProblemException.ofFields(
        409,
        "hire-reported",
        hires.stream().map(index -> "/hires/" + index + "/personId").toList());
  }
}
