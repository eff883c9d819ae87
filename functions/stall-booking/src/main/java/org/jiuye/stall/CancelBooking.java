package org.jiuye.stall;

import static org.jiuye.stall.model.Refusal.Reason.NOT_CANCELLABLE;

import java.time.Duration;
import java.time.Instant;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Caller;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.ProblemException;
import org.jiuye.shared.table.Verdict;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingState;
import org.jiuye.stall.model.Cancellation;
import org.jiuye.stall.model.Refusal;
import org.jiuye.stall.model.Session;
import org.jiuye.stall.model.Site;

/**
 * {@code POST /stall-bookings/{bookingId}/cancellation}: gives a stall back. In the hours before
 * the opening that the site's policy names it is late, and the night goes on counting.
 */
final class CancelBooking {
  private static final int RECORD = 4;

  private final GetBooking getBooking;
  private final SiteCatalog catalog;
  private final StallStore store;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  CancelBooking(
      GetBooking getBooking,
      SiteCatalog catalog,
      StallStore store,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.getBooking = getBooking;
    this.catalog = catalog;
    this.store = store;
    this.idempotency = idempotency;
    this.answers = answers;
    this.time = time;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    request.requireEmptyBody();
    Booking booking = getBooking.visible(request, caller);
    if (!Agency.mayActOn(caller, booking)) {
      throw ProblemException.of(403, "wrong-role");
    }
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> answers.ok(cancel(booking, caller, attempt), request.language()),
        bookingId -> answers.okBefore(bookingId, request.language()));
  }

  private Booking cancel(Booking before, Caller caller, Idempotency.Attempt attempt) {
    Site site = catalog.get(before.siteId());
    Instant now = time.now();
    BookingState state =
        Cancellation.stateOf(before, new Session(site, before.date()), now)
            .orElseThrow(() -> notCancellable(before));
    Booking after = before.cancelled(state, now, Agency.actor(caller));
    Verdict verdict =
        store.end(
            before,
            after,
            state == BookingState.LATE_CANCELLED,
            StallEvents.cancelled(after, site, now),
            attempt.record(before.bookingId()));
    if (verdict.isRefused(RECORD)) {
      throw ProblemException.of(409, "idempotency-conflict").retryAfter(Duration.ofSeconds(1));
    }
    if (!verdict.isWritten()) {
      throw notCancellable(before);
    }
    return after;
  }

  private static ProblemException notCancellable(Booking booking) {
    return Refusals.problem(Refusal.of(NOT_CANCELLABLE, "bookingId", booking.bookingId()));
  }
}
