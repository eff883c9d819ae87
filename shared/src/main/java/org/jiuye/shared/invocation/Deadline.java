package org.jiuye.shared.invocation;

import java.time.Duration;

/**
 * The end of the running invocation's time, which is real time. It is a scoped value, so that
 * retries deep below a use case stop before Lambda stops them.
 */
public final class Deadline {
  private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();
  private static final Duration OUTSIDE_INVOCATIONS = Duration.ofSeconds(3);

  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** Runs an action that has a given time from now. */
  public static <T> T within(Duration time, ScopedValue.CallableOp<T, RuntimeException> action) {
    return ScopedValue.where(CURRENT, new Deadline(System.nanoTime() + time.toNanos()))
        .call(action);
  }

  /** Runs an action that has the invocation's time, or three seconds where no invocation runs. */
  public static <T> T ensure(ScopedValue.CallableOp<T, RuntimeException> action) {
    return CURRENT.isBound() ? action.call() : within(OUTSIDE_INVOCATIONS, action);
  }

  /** The time left, at least zero; three seconds where no invocation runs. */
  public static Duration remaining() {
    return CURRENT.isBound()
        ? Duration.ofNanos(Math.max(0, CURRENT.get().endNanos - System.nanoTime()))
        : OUTSIDE_INVOCATIONS;
  }
}
