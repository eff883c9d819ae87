package org.jiuye.stall.market;

import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.booking.GetBooking;
import org.jiuye.stall.market.OutcomeViews.OutcomeView;
import org.jiuye.stall.session.model.Booking;

/**
 * {@code GET /stall-bookings/{bookingId}/outcome}: what came of a stall at the job market. One
 * Query beside the booking.
 */
final class GetOutcome {
  private final GetBooking getBooking;
  private final OutcomeStore store;

  GetOutcome(GetBooking getBooking, OutcomeStore store) {
    this.getBooking = getBooking;
    this.store = store;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    Booking booking = getBooking.own(request, caller, "bookingId");
    return HttpResponse.ok(view(booking.bookingId()));
  }

  /**
   * The outcome of a booking as it stands.
   *
   * @throws ProblemException 404 where nothing was reported
   */
  OutcomeView view(String bookingId) {
    OutcomeStore.Found found = store.find(bookingId);
    return found
        .outcome()
        .map(outcome -> OutcomeViews.of(outcome, found.hires()))
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
