package org.jiuye.emulators;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was started in reverse order, each part even if closing another one fails. */
final class Closer implements AutoCloseable {

  private final Deque<Runnable> started = new ArrayDeque<>();

  /** Will close this, too. */
  <T extends AutoCloseable> T add(T resource) {
    started.push(
        () -> {
          try {
            resource.close();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException("Could not be closed: " + resource, e);
          }
        });
    return resource;
  }

  /** Will do this. */
  void add(Runnable closing) {
    started.push(closing);
  }

  /** Closes all after a failure, which stays the one that is thrown. */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!started.isEmpty()) {
      try {
        started.pop().run();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
