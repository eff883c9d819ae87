package org.jiuye.stall;

import static org.jiuye.stall.model.Refusal.Reason.ONE_STALL_A_NIGHT;
import static org.jiuye.stall.model.Refusal.Reason.SESSION_FULL;
import static org.jiuye.stall.model.Refusal.Reason.STALL_TAKEN;
import static org.jiuye.stall.model.Refusal.Reason.WEEKLY_LIMIT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingId;
import org.jiuye.stall.model.BookingRule.Wish;
import org.jiuye.stall.model.BookingRules;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;
import org.jiuye.stall.model.SitePolicy;

/** {@code POST /stall-bookings}: a stall for a night, a certain one or any that is free. */
final class BookStall {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");
  private static final Pattern TRADE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final SiteCatalog catalog;
  private final StallStore store;
  private final FreeStalls freeStalls;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  BookStall(
      SiteCatalog catalog,
      StallStore store,
      FreeStalls freeStalls,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.catalog = catalog;
    this.store = store;
    this.freeStalls = freeStalls;
    this.idempotency = idempotency;
    this.answers = answers;
    this.time = time;
  }

  private record Body(
      String siteId,
      LocalDate date,
      Optional<String> stallNo,
      String trade,
      Optional<String> onBehalfOf) {}

  HttpResponse handle(HttpRequest request, Caller caller) {
    Body body =
        request.readBody(
            fields ->
                new Body(
                    fields.text("siteId", GetSite.SITE_ID),
                    fields.date("date"),
                    fields.optionalText("stallNo", STALL_NO),
                    fields.text("trade", TRADE),
                    fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> answers.created(book(body, caller, attempt), request.language()),
        bookingId -> answers.createdBefore(bookingId, request.language()));
  }

  private Booking book(Body body, Caller caller, Idempotency.Attempt attempt) {
    Site site = catalog.get(body.siteId());
    String personId = Agency.principal(caller, body.onBehalfOf());
    Agency.requireCounty(caller, site.division());
    Session session = new Session(site, body.date());
    Wish wish = new Wish(session, site.policyOn(body.date()), body.stallNo(), body.trade());
    BookingRules.refusal(wish, time.now())
        .ifPresent(
            refusal -> {
              throw Refusals.problem(refusal);
            });
    Draft draft = new Draft(wish, caller, personId, body.onBehalfOf().isPresent(), time.now());
    return body.stallNo().isPresent()
        ? bookThis(draft, body.stallNo().get(), attempt)
        : bookAny(draft, attempt);
  }

  private Booking bookThis(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    BookingVerdict verdict = write(draft, stallNo, attempt);
    if (!verdict.isBooked()) {
      throw Refusals.problem(Refusal.of(STALL_TAKEN));
    }
    return verdict.booking();
  }

  /** Tries free stalls until one is got or none is left; each try is decided by its own write. */
  private Booking bookAny(Draft draft, Idempotency.Attempt attempt) {
    Session session = draft.wish().session();
    for (boolean first = true; ; first = false) {
      String stallNo =
          freeStalls
              .choose(session, first)
              .orElseThrow(() -> Refusals.problem(Refusal.of(SESSION_FULL)));
      BookingVerdict verdict = write(draft, stallNo, attempt);
      if (verdict.isBooked()) {
        return verdict.booking();
      }
    }
  }

  /**
   * Writes the booking of a stall.
   *
   * @return booked, or refused because the stall is taken
   * @throws ProblemException where the person may have no further stall
   */
  private BookingVerdict write(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    Booking booking = draft.booking(stallNo);
    int limit = draft.policy().weeklyLimit();
    BookingVerdict verdict =
        store.book(
            booking,
            limit,
            StallEvents.confirmed(booking, draft.wish().session().site(), draft.now()),
            attempt.record(booking.bookingId()));
    if (verdict.isRepeated()) {
      throw ProblemException.of(409, "idempotency-conflict").retryAfter(Duration.ofSeconds(1));
    }
    if (verdict.hasStallThatNight()) {
      throw Refusals.problem(Refusal.of(ONE_STALL_A_NIGHT));
    }
    if (verdict.isWeekFull()) {
      throw Refusals.problem(Refusal.of(WEEKLY_LIMIT, "limit", limit));
    }
    return verdict;
  }

  /** A booking that lacks its stall. */
  private record Draft(Wish wish, Caller caller, String personId, boolean onBehalf, Instant now) {
    SitePolicy policy() {
      return wish.policy().orElseThrow();
    }

    Booking booking(String stallNo) {
      Site site = wish.session().site();
      LocalDate date = wish.session().date();
      return new Booking(
          new BookingId(site.siteId(), date, stallNo, Nonce.next()).toString(),
          site.siteId(),
          site.kind(),
          site.division(),
          date,
          stallNo,
          Optional.of(wish.trade()),
          Optional.empty(),
          personId,
          onBehalf,
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
