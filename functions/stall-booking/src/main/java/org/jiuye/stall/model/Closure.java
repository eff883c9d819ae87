package org.jiuye.stall.model;

import java.time.Instant;

/** A session that the county has closed. */
public record Closure(Reason reason, Instant at, Actor by) {
  /** Why sessions are closed. */
  public enum Reason {
    RAIN,
    POLLUTION,
    EVENT,
    SAFETY
  }
}
