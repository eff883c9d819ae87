package org.jiuye.stall.booking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;

/** {@code POST /stall-bookings} where stalls are booked by the night. */
final class PostBooking {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");

  private final SiteCatalog catalog;
  private final BookStall bookStall;
  private final Idempotency idempotency;
  private final BookingAnswers answers;

  PostBooking(
      SiteCatalog catalog, BookStall bookStall, Idempotency idempotency, BookingAnswers answers) {
    this.catalog = catalog;
    this.bookStall = bookStall;
    this.idempotency = idempotency;
    this.answers = answers;
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
                    fields.text("siteId", SiteCatalog.SITE_ID),
                    fields.date("date"),
                    fields.optionalText("stallNo", STALL_NO),
                    fields.text("trade", SiteCatalog.TRADE),
                    fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> {
          Session session = new Session(catalog.get(body.siteId()), body.date());
          Acting acting = Acting.of(caller, body.onBehalfOf());
          Booking booking = bookStall.book(session, body.stallNo(), body.trade(), acting, attempt);
          return answers.created(booking, caller, request.language());
        },
        bookingId -> answers.createdBefore(bookingId, caller, request.language()));
  }
}
