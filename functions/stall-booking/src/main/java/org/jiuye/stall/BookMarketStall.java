package org.jiuye.stall;

import static org.jiuye.stall.model.Refusal.Reason.ONE_STALL_A_NIGHT;
import static org.jiuye.stall.model.Refusal.Reason.SESSION_FULL;
import static org.jiuye.stall.model.Refusal.Reason.STALL_TAKEN;
import static org.jiuye.stall.model.Refusal.Reason.WEEKLY_LIMIT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingId;
import org.jiuye.stall.model.BookingRule.Wish;
import org.jiuye.stall.model.BookingRules;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Employer;
import org.jiuye.stall.model.MarketStall;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;
import org.jiuye.stall.model.SitePolicy;
import org.jiuye.stall.model.Vacancy;

/**
 * {@code POST /stall-bookings} at a job market: a verified employer's stall for a market day, with
 * its vacancies, in one transaction.
 */
final class BookMarketStall {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");
  private static final Pattern ANY_CODE = Pattern.compile("\\P{Cc}{1,40}");
  private static final int MOST_WORKERS = 20;

  private final SiteCatalog catalog;
  private final StallStore store;
  private final FreeStalls freeStalls;
  private final EmployerStore employers;
  private final VacancyStore vacancies;
  private final LawfulVacancies lawful;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  BookMarketStall(
      SiteCatalog catalog,
      StallStore store,
      EmployerStore employers,
      VacancyStore vacancies,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.freeStalls = new FreeStalls(store);
    this.employers = employers;
    this.vacancies = vacancies;
    this.lawful = new LawfulVacancies(vacancies);
    this.idempotency = idempotency;
    this.answers = answers;
    this.time = time;
  }

  private record Body(
      String siteId,
      LocalDate date,
      Optional<String> stallNo,
      String creditCode,
      Optional<Integer> workers,
      List<Vacancy> vacancies,
      Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body = request.readBody(BookMarketStall::body);
    RegisterEmployer.requireValid(body.creditCode());
    lawful.require(body.vacancies(), request.language());
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> answers.created(book(body, caller, attempt), request.language()),
        bookingId -> answers.createdBefore(bookingId, request.language()));
  }

  private static Body body(BodyFields fields) {
    LocalDate date = fields.date("date");
    return new Body(
        fields.text("siteId", GetSite.SITE_ID),
        date,
        fields.optionalText("stallNo", STALL_NO),
        fields.text("creditCode", ANY_CODE),
        fields.optionalInteger("workers", 1, MOST_WORKERS),
        VacancyFields.read(fields, date),
        fields.optionalPersonId("onBehalfOf"));
  }

  private Booking book(Body body, Caller caller, Idempotency.Attempt attempt) {
    Site site = catalog.get(body.siteId());
    String personId = Agency.principal(caller, body.onBehalfOf());
    Agency.requireCounty(caller, site.division());
    Session session = new Session(site, body.date());
    Wish wish =
        new Wish(
            session, site.policyOn(body.date()), body.stallNo(), "", catalog.calendarFor(site));
    BookingRules.refusal(wish, time.now())
        .ifPresent(
            refusal -> {
              throw Refusals.problem(refusal);
            });
    Employer employer = employer(body.creditCode(), personId);
    Draft draft = new Draft(wish, body, employer, caller, time.now());
    return body.stallNo().isPresent()
        ? bookThis(draft, body.stallNo().get(), attempt)
        : bookAny(draft, attempt);
  }

  /**
   * The person's own employer, if it may book.
   *
   * @throws ProblemException 404 {@code employer-not-found}, 409 {@code employer-not-verified}
   */
  private Employer employer(String creditCode, String personId) {
    Employer employer =
        employers
            .find(creditCode)
            .filter(known -> known.personId().equals(personId))
            .orElseThrow(() -> ProblemException.of(404, "employer-not-found"));
    if (!employer.isVerified()) {
      throw notVerified(employer);
    }
    return employer;
  }

  private Booking bookThis(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    BookingVerdict verdict = write(draft, stallNo, attempt);
    if (!verdict.isBooked()) {
      throw Refusals.problem(Refusal.of(STALL_TAKEN));
    }
    return verdict.booking();
  }

  private Booking bookAny(Draft draft, Idempotency.Attempt attempt) {
    for (boolean first = true; ; first = false) {
      String stallNo =
          freeStalls
              .choose(draft.wish().session(), first)
              .orElseThrow(() -> Refusals.problem(Refusal.of(SESSION_FULL)));
      BookingVerdict verdict = write(draft, stallNo, attempt);
      if (verdict.isBooked()) {
        return verdict.booking();
      }
    }
  }

  private BookingVerdict write(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    Booking booking = draft.booking(stallNo);
    int limit = draft.policy().weeklyLimit();
    List<Write> record = attempt.record(booking.bookingId());
    List<Write> more = new ArrayList<>(record);
    more.add(EmployerStore.isVerified(draft.employer()));
    more.addAll(vacancies.postings(booking, draft.body().vacancies()));
    BookingVerdict verdict =
        store.book(
            booking,
            limit,
            StallEvents.confirmed(booking, draft.wish().session().site(), draft.now()),
            more);
    if (!record.isEmpty() && verdict.isRepeated()) {
      throw ProblemException.of(409, "idempotency-conflict").retryAfter(Duration.ofSeconds(1));
    }
    if (verdict.verdict().isRefused(BookingVerdict.RECORD + record.size())) {
      throw notVerified(draft.employer());
    }
    if (verdict.hasStallThatNight()) {
      throw Refusals.problem(Refusal.of(ONE_STALL_A_NIGHT));
    }
    if (verdict.isWeekFull()) {
      throw Refusals.problem(Refusal.of(WEEKLY_LIMIT, "limit", limit));
    }
    return verdict;
  }

  private static ProblemException notVerified(Employer employer) {
    return ProblemException.of(409, "employer-not-verified").with("state", employer.state());
  }

  /** A booking that lacks its stall. */
  private record Draft(Wish wish, Body body, Employer employer, Caller caller, Instant now) {
    SitePolicy policy() {
      return wish.policy().orElseThrow();
    }

    Booking booking(String stallNo) {
      Site site = wish.session().site();
      LocalDate date = wish.session().date();
      MarketStall market =
          new MarketStall(
              employer.creditCode(), employer.name(), body.workers(), body.vacancies().size());
      return new Booking(
          new BookingId(site.siteId(), date, stallNo, Nonce.next()).toString(),
          site.siteId(),
          site.kind(),
          site.division(),
          date,
          stallNo,
          Optional.empty(),
          Optional.of(market),
          employer.personId(),
          body.onBehalfOf().isPresent(),
          BookingState.CONFIRMED,
          now,
          Agency.actor(caller),
          Optional.empty(),
          Optional.empty(),
          policy().policyId(),
          policy().version(),
          1);
    }
  }
}
