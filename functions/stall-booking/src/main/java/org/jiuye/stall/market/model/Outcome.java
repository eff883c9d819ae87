package org.jiuye.stall.market.model;

import java.time.Instant;
import org.jiuye.shared.identity.Actor;

/**
 * What came of a stall at a job market so far, by the employer's last report; the hires are records
 * of their own.
 *
 * @param interviews people talked to
 * @param intents people who mean to come
 * @param version counts the reports, from 1
 */
public record Outcome(
    String bookingId,
    int interviews,
    int intents,
    Instant reportedAt,
    Actor reportedBy,
    long version) {}
