package org.jiuye.shared.invocation;

import java.time.Duration;

/**
 * Until when the running invocation may go on, in real time. It rides in a scoped value, so that
 * retries deep below a use case end before Lambda ends them.
 */
public final class Deadline {
  private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();
  private static final Duration OUTSIDE_INVOCATIONS = Duration.ofSeconds(3);

  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** Runs an action that should be done within a time from now. */
  public static <T> T within(Duration time, ScopedValue.CallableOp<T, RuntimeException> action) {
    return ScopedValue.where(CURRENT, new Deadline(System.nanoTime() + time.toNanos()))
        .call(action);
  }

  /** Runs something within the invocation's time, or within three seconds where none runs. */
  public static <T> T ensure(ScopedValue.CallableOp<T, RuntimeException> action) {
    return CURRENT.isBound() ? action.call() : within(OUTSIDE_INVOCATIONS, action);
  }

  /** The time that is left, at least zero; three seconds where no invocation runs. */
  public static Duration remaining() {
    return CURRENT.isBound()
        ? Duration.ofNanos(Math.max(0, CURRENT.get().endNanos - System.nanoTime()))
        : OUTSIDE_INVOCATIONS;
  }
}
