package org.jiuye.stall.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.table.Attempt;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.session.Digits;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;

/** Books a stall for a night, a certain one or any that is free. */
final class BookStall {
  private final TakeStall takeStall;
  private final CountyTime time;

  BookStall(TakeStall takeStall, CountyTime time) {
    this.takeStall = takeStall;
    this.time = time;
  }

  /**
   * Books a stall.
   *
   * @param stallNo empty for any that is free
   * @throws org.jiuye.shared.problem.ProblemException where the rules, or others, stand against it
   */
  Booking book(
      Session session, Optional<String> stallNo, String trade, Acting acting, Attempt attempt) {
    Site site = session.site();
    acting.requireReach(site.division());
    Wish wish = new Wish(session, site.policyOn(session.date()), stallNo, trade);
    Refusals.refuse(BookingRules.refusal(wish, time.now()));
    return takeStall.take(new Draft(wish, acting, time.now()), attempt);
  }

  /** A booking that lacks its stall. */
  private record Draft(Wish wish, Acting acting, Instant now) implements TakeStall.Draft {
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
          acting.personId(),
          acting.onBehalf(),
          BookingState.CONFIRMED,
          now,
          acting.actor(),
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
