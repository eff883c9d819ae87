package org.jiuye.stall;

import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.BookingId;

/** How bookings are answered, the first time and again. */
final class BookingAnswers {
  private final StallStore store;
  private final Views views;

  BookingAnswers(StallStore store, Views views) {
    this.store = store;
    this.views = views;
  }

  HttpResponse created(Booking booking, Caller caller, Language language) {
    return HttpResponse.created(
        "/stall-bookings/" + booking.bookingId(), views.booking(booking, caller, language));
  }

  HttpResponse ok(Booking booking, Caller caller, Language language) {
    return HttpResponse.ok(views.booking(booking, caller, language));
  }

  /** The answer for a booking that an earlier request made, as it stands now. */
  HttpResponse createdBefore(String bookingId, Caller caller, Language language) {
    return created(stored(bookingId), caller, language);
  }

  /** The answer for a booking that an earlier request changed, as it stands now. */
  HttpResponse okBefore(String bookingId, Caller caller, Language language) {
    return ok(stored(bookingId), caller, language);
  }

  private Booking stored(String bookingId) {
    return BookingId.parse(bookingId)
        .flatMap(store::booking)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
