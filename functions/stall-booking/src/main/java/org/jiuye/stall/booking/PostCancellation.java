package org.jiuye.stall.booking;

import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.session.model.Booking;

/** {@code POST /stall-bookings/{bookingId}/cancellation}. */
final class PostCancellation {
  private final GetBooking getBooking;
  private final CancelBooking cancelBooking;
  private final Idempotency idempotency;
  private final BookingAnswers answers;

  PostCancellation(
      GetBooking getBooking,
      CancelBooking cancelBooking,
      Idempotency idempotency,
      BookingAnswers answers) {
    this.getBooking = getBooking;
    this.cancelBooking = cancelBooking;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    request.requireEmptyBody();
    Booking booking = getBooking.own(request, caller, "bookingId");
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            answers.ok(
                cancelBooking.cancel(booking, caller.actor(), attempt), caller, request.language()),
        bookingId -> answers.okBefore(bookingId, caller, request.language()));
  }
}
