package org.jiuye.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jiuye.testing.ReplaySeed;
import org.junit.jupiter.api.Test;

/**
 * A year of nights at one site with ten stalls, from before one season into the next. The schedules
 * run at the times that the template names, the hourly and more frequent ones only when there may
 * be something to do for them; some runs die and come again.
 */
class YearTest {
  private static final int STALLS = 10;
  private static final int WEEKLY_LIMIT = 3;
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 27);
  private static final LocalDate LAST = LocalDate.of(2027, 5, 9);

  private final TickingClock clock = new TickingClock(FIRST + "T08:00:00+08:00");
  private final SplittableRandom random = new SplittableRandom(ReplaySeed.of(YearTest.class));

  @Test
  void everyNightEndsAndEverythingIsExplained() {
    try (OneSite bed = new OneSite(OneSite.site(STALLS, WEEKLY_LIMIT, false), clock)) {
      Vendors vendors = new Vendors(bed, random);
      for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        live(bed, vendors, day);
      }
      // Nobody books for a fortnight: all nights are over.
      clock.moveTo(LAST.plusDays(16) + "T02:10:00+08:00");
      bed.run("settle-sessions", clock);
      System.out.println(vendors.answers());
      List<LocalDate> nights = FIRST.datesUntil(LAST.plusDays(16)).toList();
      YearBooks books = new YearBooks(bed, nights, Vendors.personIds());
      books.checkBookings();
      books.checkStandings();
      books.checkMessages();
      assertThat(vendors.answers())
          .containsKeys(
              "book: CONFIRMED", "book: barred", "accept: CONFIRMED", "come-late: CHECKED_IN")
          .doesNotContainKeys("book: internal-error", "come-late: not-in-window")
          .doesNotContainKeys("come: not-in-window", "come: not-expected");
    }
  }

  private void live(OneSite bed, Vendors vendors, LocalDate day) {
    boolean season = bed.site.isInSeason(day.minusDays(1)) || bed.site.isInSeason(day.plusDays(4));
    boolean warden = random.nextInt(20) > 0;
    if (season) {
      at(bed, day + "T01:10:00+08:00", "settle-sessions");
      if (warden) {
        vendors.come(day.minusDays(1), true);
      }
      clock.moveTo(day + "T02:10:00+08:00");
      if (random.nextInt(5) == 0) {
        Mortality.live(random.nextInt(80), () -> bed.run("settle-sessions", clock));
        clock.moveTo(day + "T03:10:00+08:00");
      }
    }
    at(bed, day + "T03:10:00+08:00", "settle-sessions");
    at(bed, day + "T10:00:00+08:00", "remind-holders");
    vendors.object(day);
    vendors.book(day, season ? 12 : 1);
    if (season) {
      vendors.cancel(day, 25);
      at(bed, day + "T13:10:00+08:00", "sweep-waiting-lists");
      vendors.answerOffers(day);
      clock.moveTo(day + "T15:00:00+08:00");
      vendors.cancel(day, 25);
    }
    at(bed, day + "T16:00:00+08:00", "announce-sessions");
    if (season) {
      vendors.answerOffers(day);
      at(bed, day + "T18:10:00+08:00", "sweep-waiting-lists");
      if (random.nextInt(30) == 0) {
        vendors.rain(day);
      }
      at(bed, day + "T20:00:00+08:00", "sweep-waiting-lists");
      clock.moveTo(day + "T21:30:00+08:00");
      if (warden) {
        vendors.come(day, false);
      }
      if (random.nextInt(60) == 0) {
        vendors.rain(day);
      }
      at(bed, day + "T23:10:00+08:00", "settle-sessions");
    }
  }

  private void at(OneSite bed, String time, String task) {
    clock.moveTo(time);
    bed.run(task, clock);
  }
}
