package org.jiuye.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** A county clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  private MovableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /**
   * A clock that shows a time, ISO 8601 with offset, for example {@code 2026-07-01T12:00+08:00}.
   */
  public static MovableClock at(String time) {
    return new MovableClock(OffsetDateTime.parse(time).toInstant());
  }

  /** Moves the clock to a time. */
  public void moveTo(String time) {
    now.set(OffsetDateTime.parse(time).toInstant());
  }

  /** Moves the clock on. */
  public void advance(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
