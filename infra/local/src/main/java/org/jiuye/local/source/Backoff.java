package org.jiuye.local.source;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before an attempt: doubling from 100 ms to 10 s, half of it at random. */
final class Backoff {

  private static final long FIRST_MILLIS = 100;
  private static final long MOST_MILLIS = 10_000;

  private Backoff() {}

  /** The wait after this many failed attempts, at least 1. */
  static Duration after(int failures) {
    long whole = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }
}
