package org.jiuye.stall.site.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.calendar.Season;
import org.jiuye.shared.calendar.ServiceWindow;
import org.jiuye.shared.record.BuiltByName;

/**
 * A place where stalls are.
 *
 * @param name by language tag
 * @param division the code of the town or township, 9 digits
 * @param address by language tag
 * @param season when it is open; empty: the whole year
 * @param weekdays on which days it is held; empty: every day
 * @param closedOnHolidays whether public holidays close it
 * @param stalls in ascending order, no number twice
 * @param trades codes of what may be sold; none at a job market
 * @param policies every version of its rules
 * @param sample true where it is invented
 */
@BuiltByName
public record Site(
    String siteId,
    SiteKind kind,
    Map<String, String> name,
    String division,
    Optional<Map<String, String>> address,
    Optional<Season> season,
    Optional<List<DayOfWeek>> weekdays,
    Optional<Boolean> closedOnHolidays,
    ServiceWindow window,
    List<StallRange> stalls,
    List<String> trades,
    List<SitePolicy> policies,
    Optional<Boolean> sample) {

  /** The numbers of all stalls. */
  public List<String> stallNumbers() {
    return stalls.stream().flatMap(StallRange::numbers).toList();
  }

  /** Whether a date lies in the months in which it is open. */
  public boolean isInSeason(LocalDate date) {
    return season.map(months -> months.contains(date)).orElse(true);
  }

  /** Whether a date is one of the weekdays on which it is held. */
  public boolean isHeldOn(LocalDate date) {
    return weekdays.map(days -> days.contains(date.getDayOfWeek())).orElse(true);
  }

  /** Whether it must be known which days are public holidays. */
  public boolean needsCalendar() {
    return closedOnHolidays.orElse(false);
  }

  /** The rules in force on a service date; empty before the first version. */
  public Optional<SitePolicy> policyOn(LocalDate date) {
    return policies.stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(date))
        .max(Comparator.comparing(SitePolicy::effectiveFrom));
  }

  /** A version of its rules. */
  public Optional<SitePolicy> policy(String policyId, int version) {
    return policies.stream()
        .filter(policy -> policy.policyId().equals(policyId))
        .filter(policy -> policy.version() == version)
        .findAny();
  }
}
