package org.jiuye.stall.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteBuilder;
import org.jiuye.stall.site.model.SitePolicy;
import org.jiuye.stall.site.model.SitePolicyBuilder;
import org.jiuye.stall.site.model.StallRange;
import org.jiuye.testing.ReplaySeed;
import org.junit.jupiter.api.Test;

/** The model against the rules in their plainest form, in nights played by chance. */
class RulebookTest {
  private static final int NIGHTS = 3_000;
  private static final int STEPS = 60;
  private static final Instant MORNING =
      OffsetDateTime.parse("2026-07-08T08:00:30+08:00").toInstant();

  /** An hour to answer; from 18:00 to 23:30; late from four hours before; twice a week. */
  private static final Rulebook.Terms TERMS = new Rulebook.Terms(60, 600, 930, 240, 2);

  @Test
  void nightsGoAsTheRulebookSays() {
    SplittableRandom random = new SplittableRandom(ReplaySeed.of(RulebookTest.class));
    Session session = new Session(smallPark(), LocalDate.of(2026, 7, 8));
    List<String> stalls = session.site().stallNumbers();
    for (int night = 0; night < NIGHTS; night++) {
      PlayedNight.compare(
          random,
          new Rulebook(TERMS, stalls),
          new MemoryNight(session, MORNING),
          List.of("an", "bo", "cai", "du", "en", "fu"),
          stalls,
          STEPS);
    }
  }

  private static Site smallPark() {
    Site park = Sites.park();
    SitePolicy usual = park.policies().getLast();
    return SiteBuilder.builder()
        .siteId(park.siteId())
        .kind(park.kind())
        .name(park.name())
        .division(park.division())
        .address(park.address())
        .season(park.season())
        .weekdays(Optional.empty())
        .closedOnHolidays(Optional.empty())
        .window(park.window())
        .stalls(List.of(new StallRange("A001", "A003")))
        .trades(park.trades())
        .policies(
            List.of(
                SitePolicyBuilder.builder()
                    .policyId(usual.policyId())
                    .version(usual.version())
                    .effectiveFrom(usual.effectiveFrom())
                    .horizonDays(usual.horizonDays())
                    .weeklyLimit(2)
                    .freeCancellationHours(4)
                    .offerMinutes(Optional.of(60))
                    .quietHours(usual.quietHours())
                    .noShow(usual.noShow())
                    .build()))
        .sample(park.sample())
        .build();
  }
}
