package org.jiuye.stall.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jiuye.stall.Mortality;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.TickingClock;
import org.jiuye.stall.YearBooks;
import org.jiuye.stall.employer.Employers;
import org.jiuye.testing.ReplaySeed;
import org.junit.jupiter.api.Test;

/**
 * A year of the job market: every Wednesday that is no public holiday, by the calendar that is
 * seeded. The schedules run at the times that the template names; some runs die and come again.
 */
class MarketYearTest {
  private static final int STALLS = 5;
  private static final Set<DayOfWeek> QUIET =
      Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private final TickingClock clock = new TickingClock(FIRST + "T06:00:00+08:00");
  private final SplittableRandom random = new SplittableRandom(ReplaySeed.of(MarketYearTest.class));

  @Test
  void everyMarketEndsAndEveryHireIsARecord() {
    try (OneSite bed = new OneSite(OneSite.market(STALLS), clock)) {
      Employers employers = new Employers(bed, random);
      employers.book(FIRST, 6);
      employers.open();
      for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        live(bed, employers, day);
      }
      clock.moveTo(LAST.plusDays(1) + "T03:10:00+08:00");
      bed.run("settle-sessions", clock);
      System.out.println(employers.answers());
      List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(42)).toList();
      YearBooks books = new YearBooks(bed, days, Employers.personIds());
      books.checkBookings();
      books.checkStandings();
      books.checkReminders();
      MarketBooks market = new MarketBooks(bed, books, employers);
      market.checkDays();
      market.checkEmployers();
      market.checkVacancies(days);
      market.checkHires();
      assertThat(employers.answers())
          .containsKeys("book: CONFIRMED", "book: barred", "book: one-stall-a-night")
          .containsKeys("book: employer-not-verified", "book: employer-not-found")
          .containsKeys("book: holiday", "book: not-a-market-day", "book: calendar-unknown")
          .containsKeys("book: beyond-horizon", "book: discriminating-limit", "book: session-full")
          .containsKeys("decide: VERIFIED", "decide: REJECTED", "come: CHECKED_IN")
          .containsKeys("cancel: CANCELLED", "cancel: LATE_CANCELLED")
          .containsKeys("own-hire: CONFIRMED", "own-hire: DENIED")
          .allSatisfy((answer, count) -> assertThat(answer).doesNotContain("internal-error"));
    }
  }

  private void live(OneSite bed, Employers employers, LocalDate day) {
    if (QUIET.contains(day.getDayOfWeek())) {
      return;
    }
    clock.moveTo(day + "T08:00:00+08:00");
    employers.register();
    employers.register();
    employers.keepComing(day);
    employers.book(day, 4);
    if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
      clock.moveTo(day + "T10:00:00+08:00");
      bed.run("remind-holders", clock);
    }
    if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
      clock.moveTo(day + "T09:30:00+08:00");
      if (random.nextInt(12) > 0) {
        employers.come(day);
      }
      clock.moveTo(day + "T12:10:00+08:00");
      if (random.nextInt(3) == 0) {
        Mortality.live(random.nextInt(60), () -> bed.run("settle-sessions", clock));
        clock.moveTo(day + "T13:10:00+08:00");
      }
      bed.run("settle-sessions", clock);
    }
    clock.moveTo(day + "T15:00:00+08:00");
    employers.report(day);
    employers.cancel(day.plusDays(1), 12);
    employers.decide();
    if (random.nextInt(2) == 0) {
      employers.look();
    }
    if (random.nextInt(10) == 0) {
      clock.moveTo(day + "T18:10:00+08:00");
      bed.run("sweep-waiting-lists", clock);
    }
  }
}
