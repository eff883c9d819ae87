package org.jiuye.stall.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stall held by a person for a night.
 *
 * @param division the site's, kept so that rights to see the booking need no site
 * @param trade what is sold; empty at a job market
 * @param market what an employer brings to a job market; empty elsewhere
 * @param personId the holder
 * @param onBehalf whether staff acted for the holder
 * @param bookedBy who booked
 * @param policyVersion the version of the site's rules that it was made under
 * @param version of this record, counting from 1
 */
public record Booking(
    String bookingId,
    String siteId,
    SiteKind kind,
    String division,
    LocalDate date,
    String stallNo,
    Optional<String> trade,
    Optional<MarketStall> market,
    String personId,
    boolean onBehalf,
    BookingState state,
    Instant bookedAt,
    Actor bookedBy,
    Optional<Instant> cancelledAt,
    Optional<Actor> cancelledBy,
    String policyId,
    int policyVersion,
    long version) {

  /** The booking's id, taken apart. */
  public BookingId id() {
    return BookingId.parse(bookingId)
        .orElseThrow(() -> new IllegalStateException("A stored booking has a well-formed id"));
  }

  /**
   * This booking given back.
   *
   * @param state {@code CANCELLED} or {@code LATE_CANCELLED}
   */
  public Booking cancelled(BookingState state, Instant when, Actor by) {
    return new Booking(
        bookingId,
        siteId,
        kind,
        division,
        date,
        stallNo,
        trade,
        market,
        personId,
        onBehalf,
        state,
        bookedAt,
        bookedBy,
        Optional.of(when),
        Optional.of(by),
        policyId,
        policyVersion,
        version + 1);
  }
}
