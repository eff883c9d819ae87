package org.jiuye.stall.session.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * A stall held by a person for a night, or offered to one.
 *
 * @param division the site's, kept so that rights to see the booking need no site
 * @param trade what is sold; empty at a job market
 * @param market what an employer brings to a job market; empty elsewhere
 * @param personId the holder
 * @param onBehalf whether staff acted for the holder
 * @param bookedBy the account that booked, or joined the waiting list
 * @param policyVersion the version of the site's rules that it was made under
 * @param code six digits by which the holder is known at the stall; absent while only offered
 * @param wrongCodes how many wrong codes were told
 * @param remindedAt when the holder was reminded on the day
 * @param offer the terms of the offer that it came from, while it is one
 * @param change the last change of its state
 * @param version of this record, counting from 1
 */
@BuiltByName
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
    String policyId,
    int policyVersion,
    Optional<String> code,
    int wrongCodes,
    Optional<Instant> remindedAt,
    Optional<Offer> offer,
    Optional<Change> change,
    long version) {

  /** The rules that it was made under. */
  public Optional<SitePolicy> policyAt(Site site) {
    return site.policy(policyId, policyVersion);
  }

  /** The booking's id, taken apart. */
  public BookingId id() {
    return BookingId.parse(bookingId)
        .orElseThrow(() -> new IllegalStateException("A stored booking has a well-formed id"));
  }

  /** The terms of the offer that this is. */
  public Offer openOffer() {
    return offer.orElseThrow(() -> new IllegalStateException("An offered booking has terms"));
  }

  /**
   * This booking in its next state.
   *
   * @throws IllegalStateException where that state may not follow
   */
  public Booking become(BookingState next, Instant at, Actor by, Optional<String> reason) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(state + " does not become " + next);
    }
    Optional<Change> last = Optional.of(new Change(state, next, at, by, reason));
    return copy(next, code, wrongCodes, remindedAt, last);
  }

  /** This booking with the code by which its holder will be known. */
  public Booking withCode(String digits) {
    return BookingBuilder.builder(this).code(Optional.of(digits)).build();
  }

  /** This booking after one more wrong code. */
  public Booking withWrongCode() {
    return copy(state, code, wrongCodes + 1, remindedAt, change);
  }

  /** This booking with its holder reminded. */
  public Booking reminded(Instant at) {
    return copy(state, code, wrongCodes, Optional.of(at), change);
  }

  private Booking copy(
      BookingState nextState,
      Optional<String> nextCode,
      int nextWrongCodes,
      Optional<Instant> nextRemindedAt,
      Optional<Change> nextChange) {
    return BookingBuilder.builder(this)
        .state(nextState)
        .code(nextCode)
        .wrongCodes(nextWrongCodes)
        .remindedAt(nextRemindedAt)
        .change(nextChange)
        .version(version + 1)
        .build();
  }
}
