package org.jiuye.local.lifecycle;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was started, to be stopped in the opposite order, each part even if another fails. */
public final class Started implements Closeable {

  private final Deque<Closeable> parts = new ArrayDeque<>();

  /** Remembers a part and answers it. */
  public synchronized <T extends Closeable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Stops every part; the first failure is thrown, the others are suppressed in it. */
  @Override
  public synchronized void close() throws IOException {
    IOException first = null;
    while (!parts.isEmpty()) {
      first = close(parts.pop(), first);
    }
    if (first != null) {
      throw first;
    }
  }

  /** Stops every part because starting failed; what goes wrong is suppressed in the reason. */
  public void closeAfter(Exception reason) {
    try {
      close();
    } catch (IOException exception) {
      reason.addSuppressed(exception);
    }
  }

  private static @Nullable IOException close(Closeable part, @Nullable IOException first) {
    try {
      part.close();
      return first;
    } catch (IOException | RuntimeException exception) {
      if (first == null) {
        return exception instanceof IOException failed ? failed : new IOException(exception);
      }
      first.addSuppressed(exception);
      return first;
    }
  }
}
