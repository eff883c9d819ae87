package org.jiuye.shared.invocation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that a warm function keeps for some (real) time. */
public final class Cached<T> {
  private final Supplier<T> source;
  private final Duration kept;
  private final AtomicReference<@Nullable Taken<T>> taken = new AtomicReference<>();

  public Cached(Duration kept, Supplier<T> source) {
    this.kept = kept;
    this.source = source;
  }

  private record Taken<T>(T value, long nanos) {}

  /** The value, which is at most that old. */
  public T get() {
    Taken<T> last = taken.get();
    if (last != null && System.nanoTime() - last.nanos() < kept.toNanos()) {
      return last.value();
    }
    Taken<T> fresh = new Taken<>(source.get(), System.nanoTime());
    taken.set(fresh);
    return fresh.value();
  }
}
