package org.jiuye.stall.market;

import org.jiuye.shared.http.BodyFields;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.stall.booking.GetBooking;
import org.jiuye.stall.session.model.Booking;

/** {@code POST /stall-bookings/{bookingId}/outcome}. */
final class PostOutcome {
  /** Each hire is one or two writes of a transaction of at most a hundred. */
  private static final int MOST_HIRES = 40;

  private static final int MOST_PEOPLE = 10_000;

  private final GetBooking getBooking;
  private final GetOutcome getOutcome;
  private final ReportOutcome reportOutcome;
  private final Idempotency idempotency;

  PostOutcome(
      GetBooking getBooking,
      GetOutcome getOutcome,
      ReportOutcome reportOutcome,
      Idempotency idempotency) {
    this.getBooking = getBooking;
    this.getOutcome = getOutcome;
    this.reportOutcome = reportOutcome;
    this.idempotency = idempotency;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    Booking booking = getBooking.own(request, caller, "bookingId");
    ReportOutcome.Report report = request.readBody(fields -> report(fields, booking));
    ReportOutcome.refuseTwice(report.hires());
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> {
          reportOutcome.report(booking, report, caller.actor(), attempt);
          return answer(booking.bookingId());
        },
        this::answer);
  }

  private HttpResponse answer(String bookingId) {
    return HttpResponse.created(
        "/stall-bookings/" + bookingId + "/outcome", getOutcome.view(bookingId));
  }

  private static ReportOutcome.Report report(BodyFields fields, Booking booking) {
    int vacancies = booking.market().map(market -> market.vacancyCount()).orElse(0);
    return new ReportOutcome.Report(
        fields.integer("interviews", 0, MOST_PEOPLE),
        fields.integer("intents", 0, MOST_PEOPLE),
        fields.list(
            "hires",
            0,
            MOST_HIRES,
            hire ->
                new ReportOutcome.NewHire(
                    hire.integer("vacancyNo", 1, vacancies), hire.optionalPersonId("personId"))));
  }
}
