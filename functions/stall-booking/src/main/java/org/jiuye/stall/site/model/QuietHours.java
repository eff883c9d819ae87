package org.jiuye.stall.site.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jiuye.shared.calendar.ServiceWindow;

/**
 * The hours of every day in which nobody has to answer; they may cross midnight.
 *
 * @param startsAt county time
 * @param duration less than a day
 */
public record QuietHours(LocalTime startsAt, Duration duration) {
  /** No quiet at all. */
  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, Duration.ZERO);

  /** The moment at which an amount of time outside of the quiet hours has passed. */
  public Instant after(Instant start, Duration time) {
    if (duration.isZero()) {
      return start.plus(time);
    }
    ServiceWindow quiet = new ServiceWindow(startsAt, duration);
    Instant moment = start;
    Duration left = time;
    while (true) {
      LocalDate day = quiet.serviceDateOf(moment);
      Instant quietFrom = quiet.opensOn(day);
      if (moment.isBefore(quietFrom)) {
        Duration untilQuiet = Duration.between(moment, quietFrom);
        if (left.compareTo(untilQuiet) <= 0) {
          return moment.plus(left);
        }
        left = left.minus(untilQuiet);
      }
      moment = quiet.closesOn(day);
    }
  }
}
