package org.jiuye.stall.booking;

import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.text.Language;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingId;

/** How bookings are answered, the first time and again. */
public final class BookingAnswers {
  private final StallStore store;
  private final BookingViews views;

  BookingAnswers(StallStore store, BookingViews views) {
    this.store = store;
    this.views = views;
  }

  public HttpResponse created(Booking booking, Caller caller, Language language) {
    return HttpResponse.created(
        "/stall-bookings/" + booking.bookingId(), views.booking(booking, caller, language));
  }

  public HttpResponse ok(Booking booking, Caller caller, Language language) {
    return HttpResponse.ok(views.booking(booking, caller, language));
  }

  /** The answer for a booking that an earlier request made, as it stands now. */
  public HttpResponse createdBefore(String bookingId, Caller caller, Language language) {
    return created(stored(bookingId), caller, language);
  }

  /** The answer for a booking that an earlier request changed, as it stands now. */
  public HttpResponse okBefore(String bookingId, Caller caller, Language language) {
    return ok(stored(bookingId), caller, language);
  }

  private Booking stored(String bookingId) {
    return BookingId.parse(bookingId)
        .flatMap(store::booking)
        .orElseThrow(() -> ProblemException.of(404, "not-found"));
  }
}
