package org.jiuye.stall.standing.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiuye.stall.site.model.SitePolicy;

/** When strikes make a bar. */
public final class Standings {
  private Standings() {}

  /**
   * The strikes that bar a person: as many as the policy names, on nights within as many days as
   * its window has; the earliest ones. When the nights are settled makes no difference, be it past
   * midnight or days late.
   *
   * @return empty where there are fewer
   */
  public static Optional<List<Strike>> barring(
      List<Strike> strikes, SitePolicy.NoShowPolicy policy) {
    List<Strike> counted =
        strikes.stream()
            .filter(strike -> strike.state() == Strike.State.COUNTED)
            .sorted(Comparator.comparing(Strike::date).thenComparing(Strike::bookingId))
            .toList();
    return IntStream.rangeClosed(0, counted.size() - policy.strikes())
        .mapToObj(first -> counted.subList(first, first + policy.strikes()))
        .filter(
            some ->
                some.getLast()
                    .date()
                    .isBefore(some.getFirst().date().plusDays(policy.windowDays())))
        .findFirst();
  }
}
