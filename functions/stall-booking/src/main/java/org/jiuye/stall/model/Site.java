package org.jiuye.stall.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.Season;
import org.jiuye.shared.calendar.ServiceWindow;

/**
 * A place where stalls are.
 *
 * @param name by language tag
 * @param division the code of the town or township, 9 digits
 * @param address by language tag
 * @param stalls in ascending order, no number twice
 * @param trades codes of what may be sold
 * @param policies every version of its rules
 * @param sample true where it is invented
 */
public record Site(
    String siteId,
    SiteKind kind,
    Map<String, String> name,
    String division,
    Optional<Map<String, String>> address,
    Season season,
    ServiceWindow window,
    List<StallRange> stalls,
    List<String> trades,
    List<SitePolicy> policies,
    Optional<Boolean> sample) {

  /** The numbers of all stalls. */
  public List<String> stallNumbers() {
    return stalls.stream().flatMap(StallRange::numbers).toList();
  }

  /** The rules in force on a service date; empty before the first version. */
  public Optional<SitePolicy> policyOn(LocalDate date) {
    return policies.stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(date))
        .max(Comparator.comparing(SitePolicy::effectiveFrom));
  }

  /** The rules that a booking was made under. */
  public Optional<SitePolicy> policyOf(Booking booking) {
    return policies.stream()
        .filter(policy -> policy.policyId().equals(booking.policyId()))
        .filter(policy -> policy.version() == booking.policyVersion())
        .findAny();
  }
}
