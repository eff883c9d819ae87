package org.jiuye.stall.waitinglist;

import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.BookingAnswers;
import org.jiuye.stall.booking.GetBooking;
import org.jiuye.stall.session.Sessions;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.site.model.Session;

/** {@code POST /stall-offers/{offerId}/acceptance} and {@code /refusal}. */
final class PostOfferAnswer {
  private final GetBooking getBooking;
  private final Sessions sessions;
  private final AnswerOffer answerOffer;
  private final Idempotency idempotency;
  private final BookingAnswers answers;

  PostOfferAnswer(
      GetBooking getBooking,
      Sessions sessions,
      AnswerOffer answerOffer,
      Idempotency idempotency,
      BookingAnswers answers) {
    this.getBooking = getBooking;
    this.sessions = sessions;
    this.answerOffer = answerOffer;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  HttpResponse accept(HttpRequest request, Caller caller) {
    return answer(request, caller, answerOffer::accept);
  }

  HttpResponse refuse(HttpRequest request, Caller caller) {
    return answer(request, caller, answerOffer::refuse);
  }

  private interface Answer {
    Booking give(Booking offer, Session session, Actor by, Attempt attempt);
  }

  private HttpResponse answer(HttpRequest request, Caller caller, Answer answer) {
    request.requireEmptyBody();
    Booking offer = getBooking.own(request, caller, "offerId");
    Session session = sessions.of(offer);
    return idempotency.once(
        request,
        caller,
        200,
        attempt ->
            answers.ok(
                answer.give(offer, session, caller.actor(), attempt), caller, request.language()),
        bookingId -> answers.okBefore(bookingId, caller, request.language()));
  }
}
