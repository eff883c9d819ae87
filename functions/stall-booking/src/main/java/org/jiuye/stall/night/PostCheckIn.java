package org.jiuye.stall.night;

import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.booking.BookingAnswers;
import org.jiuye.stall.booking.GetBooking;
import org.jiuye.stall.session.model.Booking;

/** {@code POST /stall-bookings/{bookingId}/check-in}. */
final class PostCheckIn {
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  private final GetBooking getBooking;
  private final CheckIn checkIn;
  private final Idempotency idempotency;
  private final BookingAnswers answers;

  PostCheckIn(
      GetBooking getBooking, CheckIn checkIn, Idempotency idempotency, BookingAnswers answers) {
    this.getBooking = getBooking;
    this.checkIn = checkIn;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    String code = request.readBody(fields -> fields.text("code", CODE));
    return idempotency.once(
        request,
        caller,
        200,
        attempt -> {
          Booking booking = getBooking.visible(request, caller, "bookingId");
          Booking checkedIn = checkIn.checkIn(booking, code, caller.actor(), attempt);
          return answers.ok(checkedIn, caller, request.language());
        },
        bookingId -> answers.okBefore(bookingId, caller, request.language()));
  }
}
