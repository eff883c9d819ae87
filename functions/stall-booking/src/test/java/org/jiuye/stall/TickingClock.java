package org.jiuye.stall;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A county clock that moves on by a millisecond whenever somebody looks at it, so that no two
 * records bear one time, and by more when it is told to; never back.
 */
public final class TickingClock implements InstantSource {
  private final AtomicLong millis;

  public TickingClock(String start) {
    millis = new AtomicLong(at(start));
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.incrementAndGet());
  }

  /** The last time that anybody saw. */
  public long lastMillis() {
    return millis.get();
  }

  /** Moves the clock on, but not beyond a time. */
  public void advance(Duration time, String ceiling) {
    long most = at(ceiling);
    millis.updateAndGet(now -> Math.max(now, Math.min(now + time.toMillis(), most)));
  }

  public void moveTo(String time) {
    long target = at(time);
    millis.updateAndGet(now -> Math.max(now, target));
  }

  private static long at(String time) {
    return OffsetDateTime.parse(time).toInstant().toEpochMilli();
  }
}
