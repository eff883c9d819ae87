package org.jiuye.stall.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.BookingAnswers;
import org.jiuye.stall.employer.ActingEmployer;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.vacancy.LawfulVacancies;
import org.jiuye.stall.vacancy.VacancyFields;
import org.jiuye.stall.vacancy.model.Vacancy;

/** {@code POST /stall-bookings} at a job market. */
final class PostMarketBooking {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");
  private static final Pattern ANY_CODE = Pattern.compile("\\P{Cc}{1,40}");
  private static final int MOST_WORKERS = 20;

  private final SiteCatalog catalog;
  private final BookMarketStall bookStall;
  private final LawfulVacancies lawful;
  private final Idempotency idempotency;
  private final BookingAnswers answers;

  PostMarketBooking(
      SiteCatalog catalog,
      BookMarketStall bookStall,
      LawfulVacancies lawful,
      Idempotency idempotency,
      BookingAnswers answers) {
    this.catalog = catalog;
    this.bookStall = bookStall;
    this.lawful = lawful;
    this.idempotency = idempotency;
    this.answers = answers;
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
    Body body = request.readBody(PostMarketBooking::body);
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
    Session session = new Session(catalog.get(body.siteId()), body.date());
    Acting acting = Acting.of(caller, body.onBehalfOf());
    BookMarketStall.Wanted wanted =
        new BookMarketStall.Wanted(
            session, body.stallNo(), body.creditCode(), body.workers(), body.vacancies());
    return bookStall.book(wanted, acting, attempt);
  }
}
