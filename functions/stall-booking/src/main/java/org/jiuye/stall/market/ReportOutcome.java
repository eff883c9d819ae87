package org.jiuye.stall.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.LookAgain;
import org.jiuye.stall.market.model.Hire;
import org.jiuye.stall.market.model.HireBuilder;
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
 * Keeps what came of a stall at the job market. An employer may report more than once: interviews
 * and intents are those so far, hires those that are new, each a record of its own.
 */
final class ReportOutcome {
  private final SiteCatalog catalog;
  private final OutcomeStore store;
  private final VacancyStore vacancies;
  private final CountyTime time;

  ReportOutcome(SiteCatalog catalog, OutcomeStore store, VacancyStore vacancies, CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.vacancies = vacancies;
    this.time = time;
  }

  record NewHire(int vacancyNo, Optional<String> personId) {}

  /** What an employer reports: interviews and intents so far, hires that are new. */
  record Report(int interviews, int intents, List<NewHire> hires) {}

  /**
   * Keeps a report.
   *
   * @throws ProblemException 409 {@code outcome-not-due}, {@code hire-reported}
   */
  void report(Booking booking, Report report, Actor by, Attempt attempt) {
    Instant now = time.now();
    Site site = catalog.get(booking.siteId());
    Session session = new Session(site, booking.date());
    if (!MarketStalls.isOutcomeDue(booking, session, now)) {
      throw ProblemException.of(409, "outcome-not-due");
    }
    List<PostedVacancy> offered =
        vacancies.of(StallStore.stand(booking, booking.market().orElseThrow()));
    List<Hire> hires =
        report.hires().stream().map(hire -> hire(booking, offered, hire, by, now)).toList();
    LookAgain.untilDone(
        () -> store.outcome(booking.bookingId()),
        before -> {
          Outcome after =
              new Outcome(
                  booking.bookingId(),
                  report.interviews(),
                  report.intents(),
                  now,
                  by,
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
      Booking booking, List<PostedVacancy> offered, NewHire hire, Actor by, Instant now) {
    String title =
        offered.stream()
            .filter(vacancy -> vacancy.vacancyNo() == hire.vacancyNo())
            .findAny()
            .map(vacancy -> vacancy.vacancy().title())
            .orElseThrow(() -> new IllegalStateException("A booking that holds has its vacancies"));
    return HireBuilder.builder()
        .hireId(OutcomeStore.newHireId(booking.bookingId()))
        .bookingId(booking.bookingId())
        .division(booking.division())
        .date(booking.date())
        .employerName(booking.market().orElseThrow().employerName())
        .vacancyNo(hire.vacancyNo())
        .title(title)
        .personId(hire.personId())
        .state(HireState.REPORTED)
        .reportedAt(now)
        .reportedBy(by)
        .decidedAt(Optional.empty())
        .decidedBy(Optional.empty())
        .version(1)
        .build();
  }

  /**
   * Makes sure that nobody is named twice in a report.
   *
   * @throws ProblemException 409 {@code hire-reported}
   */
  static void refuseTwice(List<NewHire> hires) {
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
