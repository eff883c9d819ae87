package org.jiuye.local.clock;

import java.time.Duration;
import java.time.Instant;

/** The county's clock: real time plus an offset. */
public final class MovableClock implements CountyClock {

  /**
   * What the clock shows.
   *
   * @param jumps how often the clock has been moved; time has run evenly between two readings with
   *     the same number
   */
  public record Reading(Instant now, long jumps) {}

  private record Setting(Duration offset, boolean isSet, long jumps) {}

  private volatile Setting setting = new Setting(Duration.ZERO, false, 0);

  @Override
  public Instant instant() {
    return read().now();
  }

  /** Reads the clock. */
  public Reading read() {
    Setting current = setting;
    return new Reading(Instant.now().plus(current.offset()), current.jumps());
  }

  @Override
  public synchronized void set(Instant now) {
    setting = new Setting(Duration.between(Instant.now(), now), true, setting.jumps() + 1);
  }

  @Override
  public synchronized void reset() {
    setting = new Setting(Duration.ZERO, false, setting.jumps() + 1);
  }

  @Override
  public boolean isSet() {
    return setting.isSet();
  }
}
