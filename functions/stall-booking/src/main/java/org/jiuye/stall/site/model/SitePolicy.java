package org.jiuye.stall.site.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.record.BuiltByName;

/**
 * One version of the rules by which a site's stalls are booked.
 *
 * @param version counting from 1; a booking keeps the one it was made under
 * @param effectiveFrom the first service date that it holds for
 * @param horizonDays how many days ahead a night may be booked
 * @param weeklyLimit nights of an ISO week that a person may hold, all sites of the kind together
 * @param freeCancellationHours up to so many hours before the opening, cancelling has no
 *     consequence
 * @param offerMinutes how long an offer stands, without the quiet hours; absent: no waiting list
 * @param quietHours when the time to answer does not run
 * @param noShow what follows from not coming; absent: nothing
 */
@BuiltByName
public record SitePolicy(
    String policyId,
    int version,
    LocalDate effectiveFrom,
    int horizonDays,
    int weeklyLimit,
    int freeCancellationHours,
    Optional<Integer> offerMinutes,
    Optional<QuietHours> quietHours,
    Optional<NoShowPolicy> noShow) {

  /**
   * What follows from not coming.
   *
   * @param strikes so many within the window bar a person
   * @param windowDays days that a strike counts
   * @param barDays days that a bar lasts
   */
  public record NoShowPolicy(int strikes, int windowDays, int barDays) {}
}
