package org.jiuye.stall.booking.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.stall.site.model.Site;

/** The days on which a site is held that is not held every day. */
final class MarketDays {
  /** Further than any row of holidays. */
  private static final int DAYS_LOOKED_AT = 62;

  private MarketDays() {}

  /** A refusal with the next day that can be had instead, where that is known. */
  static Refusal refusal(Refusal.Reason reason, BookingRule.Wish wish) {
    return next(wish.session().site(), wish.session().date(), wish.calendar())
        .map((LocalDate day) -> Refusal.of(reason, "nextMarketDay", day))
        .orElseGet(() -> Refusal.of(reason));
  }

  /** The first market day behind a date; empty where it may be a holiday for all we know. */
  static Optional<LocalDate> next(Site site, LocalDate date, WorkingDays calendar) {
    for (int days = 1; days <= DAYS_LOOKED_AT; days++) {
      LocalDate day = date.plusDays(days);
      if (!site.isInSeason(day) || !site.isHeldOn(day)) {
        continue;
      }
      if (!site.needsCalendar()) {
        return Optional.of(day);
      }
      Optional<Boolean> holiday = calendar.isHoliday(day);
      if (holiday.isEmpty()) {
        return Optional.empty();
      }
      if (!holiday.get()) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }
}
