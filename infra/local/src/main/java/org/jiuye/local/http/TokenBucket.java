package org.jiuye.local.http;

import java.util.function.LongSupplier;
import org.jiuye.template.HttpApi;

/** Lets requests through at a rate, with bursts: every request takes a token out of the bucket. */
final class TokenBucket {

  private static final double NANOSECONDS = 1e9;

  private final double rate;
  private final double burst;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  TokenBucket(HttpApi.Throttling throttling, LongSupplier nanoTime) {
    this.rate = throttling.rateLimit();
    this.burst = throttling.burstLimit();
    this.nanoTime = nanoTime;
    this.tokens = burst;
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes a token, if there is one. */
  synchronized boolean take() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - filledAt) / NANOSECONDS * rate);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
