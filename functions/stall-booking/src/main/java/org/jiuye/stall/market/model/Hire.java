package org.jiuye.stall.market.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;

/**
 * One person hired at a job market; what is counted are these records.
 *
 * @param division the site's, kept so that rights to see the hire need no site
 * @param title of the vacancy
 * @param personId who was hired, where the employer knows
 * @param decidedAt when it was confirmed or denied
 * @param version of this record, counting from 1
 */
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
    return new Hire(
        hireId,
        bookingId,
        division,
        date,
        employerName,
        vacancyNo,
        title,
        personId,
        decision,
        reportedAt,
        reportedBy,
        Optional.of(now),
        Optional.of(by),
        version + 1);
  }
}
