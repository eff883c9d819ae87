package org.jiuye.stall.booking.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.Season;
import org.jiuye.shared.calendar.ServiceWindow;
import org.jiuye.stall.site.model.QuietHours;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteBuilder;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.site.model.SitePolicy;
import org.jiuye.stall.site.model.SitePolicyBuilder;
import org.jiuye.stall.site.model.StallRange;

/** Sites to test with. */
public final class Sites {
  private Sites() {}

  /** Ten stalls, May to early October, 18:00 to 23:30, two versions of rules. */
  public static Site park() {
    return SiteBuilder.builder()
        .siteId("park")
        .kind(SiteKind.NIGHT_MARKET)
        .name(Map.of("zh-CN", "公园夜市", "en", "Park Night Market"))
        .division("130529100")
        .address(Optional.empty())
        .season(Optional.of(new Season(MonthDay.of(5, 1), MonthDay.of(10, 7))))
        .weekdays(Optional.empty())
        .closedOnHolidays(Optional.empty())
        .window(new ServiceWindow(LocalTime.of(18, 0), Duration.parse("PT5H30M")))
        .stalls(List.of(new StallRange("A001", "A008"), new StallRange("B009", "B010")))
        .trades(List.of("TOYS", "SNACKS"))
        .policies(
            List.of(
                policy(1, LocalDate.of(2026, 5, 1), 14, 4, 6),
                policy(2, LocalDate.of(2026, 7, 1), 7, 3, 12)))
        .sample(Optional.of(true))
        .build();
  }

  /** Three stalls, every Wednesday from 09:00 that is no public holiday. */
  static Site jobMarket() {
    return SiteBuilder.builder()
        .siteId("market")
        .kind(SiteKind.JOB_MARKET)
        .name(Map.of("zh-CN", "岗位超市", "en", "Job Market"))
        .division("130529100")
        .address(Optional.empty())
        .season(Optional.empty())
        .weekdays(Optional.of(List.of(DayOfWeek.WEDNESDAY)))
        .closedOnHolidays(Optional.of(true))
        .window(new ServiceWindow(LocalTime.of(9, 0), Duration.ofHours(3)))
        .stalls(List.of(new StallRange("A001", "A003")))
        .trades(List.of())
        .policies(List.of(policy(1, LocalDate.of(2020, 5, 1), 28, 1, 24)))
        .sample(Optional.of(true))
        .build();
  }

  /** An hour to answer, quiet from 22:00 to 07:00, three no-shows in 60 days bar for 30. */
  private static SitePolicy policy(
      int version, LocalDate from, int horizonDays, int weeklyLimit, int freeHours) {
    return SitePolicyBuilder.builder()
        .policyId("usual")
        .version(version)
        .effectiveFrom(from)
        .horizonDays(horizonDays)
        .weeklyLimit(weeklyLimit)
        .freeCancellationHours(freeHours)
        .offerMinutes(Optional.of(60))
        .quietHours(Optional.of(new QuietHours(LocalTime.of(22, 0), Duration.ofHours(9))))
        .noShow(Optional.of(new SitePolicy.NoShowPolicy(3, 60, 30)))
        .build();
  }
}
