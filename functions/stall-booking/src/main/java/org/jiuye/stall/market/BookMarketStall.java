package org.jiuye.stall.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Transaction;
import org.jiuye.stall.booking.BookingAnswers;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.TakeStall;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.employer.ActingEmployer;
import org.jiuye.stall.employer.EmployerStore;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.session.Digits;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.MarketStall;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.vacancy.LawfulVacancies;
import org.jiuye.stall.vacancy.VacancyFields;
import org.jiuye.stall.vacancy.VacancyStore;
import org.jiuye.stall.vacancy.model.Vacancy;

/**
 * {@code POST /stall-bookings} at a job market: a verified employer's stall for a market day, with
 * its vacancies, in one transaction.
 */
final class BookMarketStall {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");
  private static final Pattern ANY_CODE = Pattern.compile("\\P{Cc}{1,40}");
  private static final int MOST_WORKERS = 20;

  private final SiteCatalog catalog;
  private final TakeStall takeStall;
  private final ActingEmployer acting;
  private final VacancyStore vacancies;
  private final LawfulVacancies lawful;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  BookMarketStall(
      SiteCatalog catalog,
      TakeStall takeStall,
      EmployerStore employers,
      VacancyStore vacancies,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.catalog = catalog;
    this.takeStall = takeStall;
    this.acting = new ActingEmployer(employers);
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
    ActingEmployer.requireValid(body.creditCode());
    lawful.require(body.vacancies(), request.language());
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> answers.created(book(body, caller, attempt), caller, request.language()),
        bookingId -> answers.createdBefore(bookingId, caller, request.language()));
  }

  private static Body body(BodyFields fields) {
    LocalDate date = fields.date("date");
    return new Body(
        fields.text("siteId", SiteCatalog.SITE_ID),
        date,
        fields.optionalText("stallNo", STALL_NO),
        fields.text("creditCode", ANY_CODE),
        fields.optionalInteger("workers", 1, MOST_WORKERS),
        VacancyFields.read(fields, date),
        fields.optionalPersonId("onBehalfOf"));
  }

  private Booking book(Body body, Caller caller, Attempt attempt) {
    Site site = catalog.get(body.siteId());
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    caller.requireReach(site.division());
    Session session = new Session(site, body.date());
    Wish wish =
        new Wish(
            session, site.policyOn(body.date()), body.stallNo(), "", catalog.calendarFor(site));
    Refusals.refuse(BookingRules.refusal(wish, time.now()));
    Employer employer = acting.require(body.creditCode(), personId);
    return takeStall.take(new Draft(wish, body, employer, caller, time.now(), vacancies), attempt);
  }

  /** A booking that lacks its stall; it happens only while its employer is verified. */
  private record Draft(
      Wish wish, Body body, Employer employer, Caller caller, Instant now, VacancyStore vacancies)
      implements TakeStall.Draft {
    @Override
    public void addTo(Transaction transaction, Booking booking) {
      transaction
          .and(
              vacancies.postings(
                  StallStore.stand(booking, booking.market().orElseThrow()), body.vacancies()))
          .require(ActingEmployer.stillVerified(employer));
    }

    @Override
    public Booking booking(String stallNo) {
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
          caller.actor(),
          TakeStall.policy(wish).policyId(),
          TakeStall.policy(wish).version(),
          Optional.of(Digits.next()),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
    }
  }
}
