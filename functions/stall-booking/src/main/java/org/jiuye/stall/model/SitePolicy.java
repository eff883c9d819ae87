package org.jiuye.stall.model;

import java.time.LocalDate;

/**
 * One version of the rules by which a site's stalls are booked.
 *
 * @param version counting from 1; a booking keeps the one it was made under
 * @param effectiveFrom the first service date that it holds for
 * @param horizonDays how many days ahead a night may be booked
 * @param weeklyLimit nights of an ISO week that a person may hold, all sites of the kind together
 * @param freeCancellationHours up to so many hours before the opening, cancelling has no
 *     consequence
 */
public record SitePolicy(
    String policyId,
    int version,
    LocalDate effectiveFrom,
    int horizonDays,
    int weeklyLimit,
    int freeCancellationHours) {}
