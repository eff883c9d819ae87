package org.jiuye.shared.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The county's time: one clock, in China's one time zone. */
public final class CountyTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final InstantSource clock;

  public CountyTime(InstantSource clock) {
    this.clock = clock;
  }

  /** The present moment, cut to milliseconds, as records and answers keep it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The present moment as the county's clocks show it. */
  public OffsetDateTime nowInCounty() {
    return inCounty(now());
  }

  /** Today's date in the county. */
  public LocalDate today() {
    return dateOf(now());
  }

  /** A moment as the county's clocks show it. */
  public static OffsetDateTime inCounty(Instant moment) {
    return moment.atZone(ZONE).toOffsetDateTime();
  }

  /** The date in the county at a moment. */
  public static LocalDate dateOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  /** The ISO 8601 week that a date belongs to, Monday to Sunday, for example {@code 2026-W27}. */
  public static String isoWeekOf(LocalDate date) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        date.get(IsoFields.WEEK_BASED_YEAR),
        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
