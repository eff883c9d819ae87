package org.jiuye.guest;

import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cloud gives a function that it starts. Bound to the starting thread, because Spring
 * makes the classes of {@code spring.factories} without arguments.
 */
final class Hosting {

  private static final ThreadLocal<@Nullable Hosting> CURRENT = new ThreadLocal<>();

  private final Map<String, String> environment;
  private final Map<String, String> settings;
  private final InstantSource countyClock;
  private final Deque<Closeable> opened = new ArrayDeque<>();

  Hosting(
      Map<String, String> environment, Map<String, String> settings, InstantSource countyClock) {
    this.environment = environment;
    this.settings = settings;
    this.countyClock = countyClock;
  }

  /** What this thread is starting, null outside of the local cloud. */
  static @Nullable Hosting current() {
    return CURRENT.get();
  }

  void bind() {
    CURRENT.set(this);
  }

  static void unbind() {
    CURRENT.remove();
  }

  Map<String, String> environment() {
    return environment;
  }

  Map<String, String> settings() {
    return settings;
  }

  InstantSource countyClock() {
    return countyClock;
  }

  void opened(Closeable resource) {
    opened.push(resource);
  }

  void closeAll() throws IOException {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}
