package org.jiuye.stall.market.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;

/**
 * One person hired at a job market; what is counted are these records.
 *
 * @param division the site's, kept so that rights to see the hire need no site
 * @param title of the vacancy
 * @param personId the worker, where the employer knows
 * @param decidedAt when it was confirmed or denied
 * @param version of this record, counting from 1
 */
@BuiltByName
public record Hire(
    String hireId,
    String bookingId,
    String division,
    LocalDate date,
    String employerName,
    int vacancyNo,
    String title,
    Optional<String> personId,
    HireState state,
    Instant reportedAt,
    Actor reportedBy,
    Optional<Instant> decidedAt,
    Optional<Actor> decidedBy,
    long version) {

  /** The same confirmed or denied. */
  public Hire decided(HireState decision, Instant now, Actor by) {
    return HireBuilder.builder(this)
        .state(decision)
        .decidedAt(Optional.of(now))
        .decidedBy(Optional.of(by))
        .version(version + 1)
        .build();
  }
}
