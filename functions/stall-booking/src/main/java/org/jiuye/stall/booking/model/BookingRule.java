package org.jiuye.stall.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.WorkingDays;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * A rule of booking, a named value: it lets a wish pass or says why not.
 *
 * @param name as people may cite it
 * @param source where the rule comes from
 */
public record BookingRule(String name, String source, Check check) {
  /**
   * What a rule looks at.
   *
   * @param trade empty where nothing is sold
   * @param calendar the public holidays; those of no year where the site keeps none
   */
  public record Wish(
      Session session,
      Optional<SitePolicy> policy,
      Optional<String> stallNo,
      String trade,
      WorkingDays calendar) {
    /** A wish at a site that keeps no holidays. */
    public Wish(
        Session session, Optional<SitePolicy> policy, Optional<String> stallNo, String trade) {
      this(session, policy, stallNo, trade, new WorkingDays(List.of()));
    }
  }

  /** Looks at a wish at a moment. */
  @FunctionalInterface
  public interface Check {
    Optional<Refusal> refusal(Wish wish, Instant now);
  }
}
