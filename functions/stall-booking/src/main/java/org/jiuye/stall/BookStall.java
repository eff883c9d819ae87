package org.jiuye.stall;

import static org.jiuye.stall.model.Refusal.Reason.SESSION_CLOSED;
import static org.jiuye.stall.model.Refusal.Reason.SESSION_FULL;
import static org.jiuye.stall.model.Refusal.Reason.STALL_TAKEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.stall.Parts.Outcome;
import org.jiuye.stall.Parts.Part;
import org.jiuye.stall.PersonStore.Night;
import org.jiuye.stall.StallStore.Extras;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingId;
import org.jiuye.stall.model.BookingRule.Wish;
import org.jiuye.stall.model.BookingRules;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Closure;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.SessionState;
import org.jiuye.stall.model.Site;
import org.jiuye.stall.model.SitePolicy;

/** {@code POST /stall-bookings}: a stall for a night, a certain one or any that is free. */
final class BookStall {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");
  static final Pattern TRADE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final SiteCatalog catalog;
  private final StallStore store;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  BookStall(
      SiteCatalog catalog,
      StallStore store,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.catalog = catalog;
    this.store = store;
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
        attempt -> answers.created(book(body, caller, attempt), caller, request.language()),
        bookingId -> answers.createdBefore(bookingId, caller, request.language()));
  }

  private Booking book(Body body, Caller caller, Idempotency.Attempt attempt) {
    Site site = catalog.get(body.siteId());
    String personId = Agency.principal(caller, body.onBehalfOf());
    Agency.requireCounty(caller, site.division());
    Session session = new Session(site, body.date());
    Wish wish = new Wish(session, site.policyOn(body.date()), body.stallNo(), body.trade());
    Refusals.refuse(BookingRules.refusal(wish, time.now()));
    Draft draft = new Draft(wish, caller, personId, body.onBehalfOf().isPresent(), time.now());
    return body.stallNo().isPresent()
        ? bookThis(draft, body.stallNo().get(), attempt)
        : bookAny(draft, attempt);
  }

  private Booking bookThis(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    refuseClosed(store.closure(draft.wish().session()));
    return write(draft, stallNo, attempt)
        .orElseThrow(() -> Refusals.problem(Refusal.of(STALL_TAKEN)));
  }

  /**
   * Tries free stalls, by chance so that many who ask at once do not collide, until one is got or a
   * consistent look finds none; each try is decided by its own write.
   */
  private Booking bookAny(Draft draft, Idempotency.Attempt attempt) {
    for (boolean consistent = false; ; consistent = true) {
      SessionState state = store.session(draft.wish().session(), consistent);
      refuseClosed(state.closure());
      List<String> free = state.freeStalls();
      if (free.isEmpty() && consistent) {
        throw Refusals.problem(Refusal.of(SESSION_FULL));
      }
      if (!free.isEmpty()) {
        String stallNo = free.get(ThreadLocalRandom.current().nextInt(free.size()));
        Optional<Booking> booked = write(draft, stallNo, attempt);
        if (booked.isPresent()) {
          return booked.get();
        }
      }
    }
  }

  /**
   * Writes the booking of a stall.
   *
   * @return empty where the stall is taken
   * @throws ProblemException where the person may have no further stall
   */
  private Optional<Booking> write(Draft draft, String stallNo, Idempotency.Attempt attempt) {
    Booking booking = draft.booking(stallNo);
    int limit = draft.policy().weeklyLimit();
    Outcome outcome =
        store.book(
            booking,
            limit,
            CountyTime.dateOf(draft.now()),
            StallEvents.confirmed(booking, draft.wish().session(), draft.now()),
            Extras.only(attempt.record(booking.bookingId())));
    if (outcome.isRefused(Part.RECORD)) {
      throw ProblemException.of(409, "idempotency-conflict").retryAfter(Duration.ofSeconds(1));
    }
    PersonRefusals.check(outcome, Night.of(booking), limit);
    return outcome.isWritten() ? Optional.of(booking) : Optional.empty();
  }

  private static void refuseClosed(Optional<Closure> closure) {
    Refusals.refuse(closure.map(closed -> Refusal.of(SESSION_CLOSED)));
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
          wish.trade(),
          personId,
          onBehalf,
          BookingState.CONFIRMED,
          now,
          Agency.actor(caller),
          policy().policyId(),
          policy().version(),
          Optional.of(Digits.next()),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
    }
  }
}
