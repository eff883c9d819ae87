package org.jiuye.stall.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.session.Digits;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;

/** {@code POST /stall-bookings}: a stall for a night, a certain one or any that is free. */
public final class BookStall {
  private static final Pattern STALL_NO = Pattern.compile("[A-Z]\\d{3}");
  public static final Pattern TRADE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final SiteCatalog catalog;
  private final TakeStall takeStall;
  private final Idempotency idempotency;
  private final BookingAnswers answers;
  private final CountyTime time;

  BookStall(
      SiteCatalog catalog,
      TakeStall takeStall,
      Idempotency idempotency,
      BookingAnswers answers,
      CountyTime time) {
    this.catalog = catalog;
    this.takeStall = takeStall;
    this.idempotency = idempotency;
    this.answers = answers;
    this.time = time;
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
                    fields.text("trade", TRADE),
                    fields.optionalPersonId("onBehalfOf")));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> answers.created(book(body, caller, attempt), caller, request.language()),
        bookingId -> answers.createdBefore(bookingId, caller, request.language()));
  }

  private Booking book(Body body, Caller caller, Attempt attempt) {
    Site site = catalog.get(body.siteId());
    String personId = Acting.of(caller, body.onBehalfOf()).personId();
    caller.requireReach(site.division());
    Session session = new Session(site, body.date());
    Wish wish = new Wish(session, site.policyOn(body.date()), body.stallNo(), body.trade());
    Refusals.refuse(BookingRules.refusal(wish, time.now()));
    Draft draft = new Draft(wish, caller, personId, body.onBehalfOf().isPresent(), time.now());
    return takeStall.take(draft, attempt);
  }

  /** A booking that lacks its stall. */
  private record Draft(Wish wish, Caller caller, String personId, boolean onBehalf, Instant now)
      implements TakeStall.Draft {
    @Override
    public Booking booking(String stallNo) {
      Site site = wish.session().site();
      LocalDate date = wish.session().date();
      return new Booking(
          new BookingId(site.siteId(), date, stallNo, Nonce.next()).toString(),
          site.siteId(),
          site.kind(),
          site.division(),
          date,
          stallNo,
          Optional.of(wish.trade()),
          Optional.empty(),
          personId,
          onBehalf,
          BookingState.CONFIRMED,
          now,
          caller.actor(),
          TakeStall.policy(wish).policyId(),
          TakeStall.policy(wish).version(),
          Optional.of(Digits.next()),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
    }
  }
}
