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
import org.jiuye.stall.session.model.BookingBuilder;
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
      return BookingBuilder.builder()
          .bookingId(new BookingId(site.siteId(), date, stallNo, Nonce.next()).toString())
          .siteId(site.siteId())
          .kind(site.kind())
          .division(site.division())
          .date(date)
          .stallNo(stallNo)
          .trade(Optional.of(wish.trade()))
          .market(Optional.empty())
          .personId(acting.personId())
          .onBehalf(acting.onBehalf())
          .state(BookingState.CONFIRMED)
          .bookedAt(now)
          .bookedBy(acting.actor())
          .policyId(TakeStall.policy(wish).policyId())
          .policyVersion(TakeStall.policy(wish).version())
          .code(Optional.of(Digits.next()))
          .wrongCodes(0)
          .remindedAt(Optional.empty())
          .offer(Optional.empty())
          .change(Optional.empty())
          .version(1)
          .build();
    }
  }
}
