package org.jiuye.local.clock;

import java.time.Instant;
import java.time.InstantSource;

/** The county's clock: real time, until somebody sets it. Safe to use from many threads. */
public interface CountyClock extends InstantSource {

  /** Sets the clock: it goes on from this instant. */
  void set(Instant now);

  /** Gives the real time back. */
  void reset();

  /** Whether the clock has been set. */
  boolean isSet();
}
