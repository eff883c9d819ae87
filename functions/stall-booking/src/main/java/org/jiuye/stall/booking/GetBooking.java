package org.jiuye.stall.booking;

import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingId;

/** {@code GET /stall-bookings/{bookingId}}: one booking, for those who may see it. */
public final class GetBooking {
  private static final Pattern BOOKING_ID = Pattern.compile("[A-Za-z0-9.-]{1,80}");

  private final StallStore store;
  private final BookingAnswers answers;

  GetBooking(StallStore store, BookingAnswers answers) {
    this.store = store;
    this.answers = answers;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    return answers.ok(visible(request, caller, "bookingId"), caller, request.language());
  }

  /**
   * The booking that a request's path names, for a caller who may do with it what its holder may.
   *
   * @throws ProblemException 404 where there is none that the caller may see, 403 {@code
   *     wrong-role} where the caller may only see it
   */
  public Booking own(HttpRequest request, Caller caller, String parameter) {
    Booking booking = visible(request, caller, parameter);
    if (!BookingAccess.mayActOn(caller, booking)) {
      throw ProblemException.of(403, "wrong-role");
    }
    return booking;
  }

  /**
   * The booking that a request's path names.
   *
   * @throws ProblemException 404 where there is none that the caller may see
   */
  public Booking visible(HttpRequest request, Caller caller, String parameter) {
    String bookingId = request.readParameters(parameters -> parameters.path(parameter, BOOKING_ID));
    return BookingId.parse(bookingId)
        .flatMap(store::booking)
        .filter(booking -> BookingAccess.maySee(caller, booking))
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
