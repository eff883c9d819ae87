package org.jiuye.stall.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule of booking, a named value: it lets a wish pass or says why not.
 *
 * @param name as people may cite it
 * @param source where the rule comes from
 */
public record BookingRule(String name, String source, Check check) {
  /** What a rule looks at. */
  public record Wish(
      Session session, Optional<SitePolicy> policy, Optional<String> stallNo, String trade) {}

  /** Looks at a wish at a moment. */
  @FunctionalInterface
  public interface Check {
    Optional<Refusal> refusal(Wish wish, Instant now);
  }
}
