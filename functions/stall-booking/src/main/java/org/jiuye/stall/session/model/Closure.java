package org.jiuye.stall.session.model;

import java.time.Instant;
import org.jiuye.shared.identity.Actor;

/**
 * A session that the county has closed.
 *
 * @param at tells one closure of a session from another
 */
public record Closure(Reason reason, Instant at, Actor by) {
  /** Why sessions are closed. */
  public enum Reason {
    RAIN,
    POLLUTION,
    EVENT,
    SAFETY
  }
}
