package org.jiuye.stall.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Acting;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Transaction;
import org.jiuye.stall.booking.Refusals;
import org.jiuye.stall.booking.TakeStall;
import org.jiuye.stall.booking.model.BookingRule.Wish;
import org.jiuye.stall.booking.model.BookingRules;
import org.jiuye.stall.employer.ActingEmployer;
import org.jiuye.stall.employer.model.Employer;
import org.jiuye.stall.session.Digits;
import org.jiuye.stall.session.Nonce;
import org.jiuye.stall.session.StallStore;
import org.jiuye.stall.session.model.Booking;
import org.jiuye.stall.session.model.BookingBuilder;
import org.jiuye.stall.session.model.BookingId;
import org.jiuye.stall.session.model.BookingState;
import org.jiuye.stall.session.model.MarketStall;
import org.jiuye.stall.site.SiteCatalog;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.vacancy.VacancyStore;
import org.jiuye.stall.vacancy.model.Vacancy;

/** Books a verified employer's stall for a market day, with its vacancies, in one transaction. */
final class BookMarketStall {
  private final SiteCatalog catalog;
  private final TakeStall takeStall;
  private final ActingEmployer employers;
  private final VacancyStore vacancies;
  private final CountyTime time;

  BookMarketStall(
      SiteCatalog catalog,
      TakeStall takeStall,
      ActingEmployer employers,
      VacancyStore vacancies,
      CountyTime time) {
    this.catalog = catalog;
    this.takeStall = takeStall;
    this.employers = employers;
    this.vacancies = vacancies;
    this.time = time;
  }

  /**
   * The stall that is wanted.
   *
   * @param stallNo empty for any that is free
   * @param creditCode of the employer
   * @param workers how many people come
   */
  record Wanted(
      Session session,
      Optional<String> stallNo,
      String creditCode,
      Optional<Integer> workers,
      List<Vacancy> vacancies) {}

  /**
   * Books a stall.
   *
   * @throws org.jiuye.shared.problem.ProblemException where the rules, or others, stand against it
   */
  Booking book(Wanted wanted, Acting acting, Attempt attempt) {
    Session session = wanted.session();
    Site site = session.site();
    acting.requireReach(site.division());
    Wish wish =
        new Wish(
            session,
            site.policyOn(session.date()),
            wanted.stallNo(),
            "",
            catalog.calendarFor(site));
    Refusals.refuse(BookingRules.refusal(wish, time.now()));
    Employer employer = employers.require(wanted.creditCode(), acting.personId());
    return takeStall.take(
        new Draft(wish, wanted, employer, acting, time.now(), vacancies), attempt);
  }

  /** A booking that lacks its stall; it happens only while its employer is verified. */
  private record Draft(
      Wish wish,
      Wanted wanted,
      Employer employer,
      Acting acting,
      Instant now,
      VacancyStore vacancies)
      implements TakeStall.Draft {
    @Override
    public void addTo(Transaction transaction, Booking booking) {
      transaction
          .and(
              vacancies.postings(
                  StallStore.stand(booking, booking.market().orElseThrow()), wanted.vacancies()))
          .require(ActingEmployer.stillVerified(employer));
    }

    @Override
    public Booking booking(String stallNo) {
      Site site = wish.session().site();
      LocalDate date = wish.session().date();
      MarketStall market =
          new MarketStall(
              employer.creditCode(), employer.name(), wanted.workers(), wanted.vacancies().size());
      return BookingBuilder.builder()
          .bookingId(new BookingId(site.siteId(), date, stallNo, Nonce.next()).toString())
          .siteId(site.siteId())
          .kind(site.kind())
          .division(site.division())
          .date(date)
          .stallNo(stallNo)
          .trade(Optional.empty())
          .market(Optional.of(market))
          .personId(employer.personId())
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
