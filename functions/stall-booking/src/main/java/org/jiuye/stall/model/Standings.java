package org.jiuye.stall.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When strikes make a bar. */
public final class Standings {
  private Standings() {}

  /**
   * The strikes that bar a person now: as many as the policy names, within its window that ends
   * today; the earliest ones.
   *
   * @return empty where there are fewer
   */
  public static Optional<List<Strike>> barring(
      List<Strike> strikes, SitePolicy.NoShowPolicy policy, LocalDate today) {
    List<Strike> counted =
        strikes.stream()
            .filter(strike -> strike.state() == Strike.State.COUNTED)
            .filter(strike -> strike.date().isAfter(today.minusDays(policy.windowDays())))
            .sorted(Comparator.comparing(Strike::date).thenComparing(Strike::bookingId))
            .limit(policy.strikes())
            .toList();
    return counted.size() < policy.strikes() ? Optional.empty() : Optional.of(counted);
  }
}
