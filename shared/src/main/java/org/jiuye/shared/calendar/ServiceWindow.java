package org.jiuye.shared.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The hours in which something is open, as a start and a length. A night stall opens on one date
 * and closes on the next; its service date is the date on which it opens.
 *
 * @param opensAt county time
 * @param duration more than zero, at most 24 hours
 */
public record ServiceWindow(LocalTime opensAt, Duration duration) {
  public ServiceWindow {
    if (!duration.isPositive() || duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("A window lasts more than zero and at most 24 hours");
    }
  }

  /** The start of the service of a date. */
  public Instant opensOn(LocalDate serviceDate) {
    return serviceDate.atTime(opensAt).atZone(CountyTime.ZONE).toInstant();
  }

  /** The end of the service of a date: the first moment after it. */
  public Instant closesOn(LocalDate serviceDate) {
    return opensOn(serviceDate).plus(duration);
  }

  /** Whether a moment belongs to the service of a date, even after midnight. */
  public boolean contains(LocalDate serviceDate, Instant moment) {
    return !moment.isBefore(opensOn(serviceDate)) && moment.isBefore(closesOn(serviceDate));
  }

  /**
   * The service date that a moment belongs to. At 02:00, within the window, that is yesterday. A
   * moment outside the window belongs to the next window.
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
