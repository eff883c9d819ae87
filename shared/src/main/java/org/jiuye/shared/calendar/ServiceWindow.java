package org.jiuye.shared.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The hours in which something is open, as start and length: a night stall opens on one date and
 * closes on the next, and its service date is the one on which it opens.
 *
 * @param opensAt county time
 * @param duration more than nothing, at most 24 hours
 */
public record ServiceWindow(LocalTime opensAt, Duration duration) {
  public ServiceWindow {
    if (!duration.isPositive() || duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("A window lasts more than nothing and at most a day");
    }
  }

  /** When the service of a date begins. */
  public Instant opensOn(LocalDate serviceDate) {
    return serviceDate.atTime(opensAt).atZone(CountyTime.ZONE).toInstant();
  }

  /** When the service of a date ends; the first moment that is no longer in it. */
  public Instant closesOn(LocalDate serviceDate) {
    return opensOn(serviceDate).plus(duration);
  }

  /** Whether a moment belongs to the service of a date, also behind midnight. */
  public boolean contains(LocalDate serviceDate, Instant moment) {
    return !moment.isBefore(opensOn(serviceDate)) && moment.isBefore(closesOn(serviceDate));
  }

  /**
   * The service date that a moment belongs to: at 02:00 within the window it is yesterday's. A
   * moment outside of the window belongs to the next one to open.
   */
  public LocalDate serviceDateOf(Instant moment) {
    LocalDate today = CountyTime.dateOf(moment);
    LocalDate yesterday = today.minusDays(1);
    if (contains(yesterday, moment)) {
      return yesterday;
    }
    return moment.isBefore(closesOn(today)) ? today : today.plusDays(1);
  }
}
