package org.jiuye.stall.standing.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;
import org.jiuye.stall.site.model.SiteKind;

/**
 * A time in which a person may book no stall of a kind, because of nights on which they did not
 * come. An objection within {@value #OBJECTION_DAYS} days holds it until it is decided; what is
 * upheld goes on for the days that were left.
 *
 * @param barId the booking that brought it about
 * @param until the first day on which the person may book again
 * @param strikes the bookings that led to it
 * @param version of this record, counting from 1
 */
@BuiltByName
public record Bar(
    String barId,
    String personId,
    SiteKind kind,
    String division,
    LocalDate from,
    LocalDate until,
    List<String> strikes,
    String policyId,
    int policyVersion,
    State state,
    Optional<Objection> objection,
    Optional<Decision> decision,
    long version) {
  public static final int OBJECTION_DAYS = 7;

  /** Where a bar stands. */
  public enum State {
    IN_FORCE,
    HELD,
    UPHELD,
    LIFTED
  }

  /** Why a person objects. */
  public enum ObjectionReason {
    I_WAS_THERE,
    ILLNESS,
    SITE_NOT_USABLE,
    OTHER
  }

  /** What a person says against a bar. */
  public record Objection(ObjectionReason reason, Instant at, Actor by) {}

  /** What the county says to it. */
  public record Decision(Outcome outcome, Instant at, Actor by) {}

  /** How an objection is decided. */
  public enum Outcome {
    UPHELD,
    LIFTED
  }

  /** Until when the person is kept from booking; empty while the bar is held, or lifted. */
  public Optional<LocalDate> barredUntil() {
    return state == State.IN_FORCE || state == State.UPHELD ? Optional.of(until) : Optional.empty();
  }

  /** The last day on which the person may object. */
  public LocalDate objectionUntil() {
    return from.plusDays(OBJECTION_DAYS - 1L);
  }

  /** Whether the person may object on a day. */
  public boolean isOpenToObjection(LocalDate today) {
    return state == State.IN_FORCE && !today.isAfter(objectionUntil());
  }

  /** This bar with an objection; empty where it is too late, or there was one. */
  public Optional<Bar> object(ObjectionReason reason, Instant at, Actor by) {
    if (!isOpenToObjection(CountyTime.dateOf(at))) {
      return Optional.empty();
    }
    return Optional.of(
        with(until, State.HELD, Optional.of(new Objection(reason, at, by)), Optional.empty()));
  }

  /** This bar decided on; empty where nobody has objected, or it is decided. */
  public Optional<Bar> decide(Outcome outcome, Instant at, Actor by) {
    if (state != State.HELD || objection.isEmpty()) {
      return Optional.empty();
    }
    LocalDate heldSince = CountyTime.dateOf(objection.get().at());
    long left = Math.max(0, ChronoUnit.DAYS.between(heldSince, until));
    Optional<Decision> decided = Optional.of(new Decision(outcome, at, by));
    return Optional.of(
        switch (outcome) {
          case UPHELD ->
              with(CountyTime.dateOf(at).plusDays(left), State.UPHELD, objection, decided);
          case LIFTED -> with(until, State.LIFTED, objection, decided);
        });
  }

  private Bar with(
      LocalDate nextUntil,
      State nextState,
      Optional<Objection> nextObjection,
      Optional<Decision> nextDecision) {
    return BarBuilder.builder(this)
        .until(nextUntil)
        .state(nextState)
        .objection(nextObjection)
        .decision(nextDecision)
        .version(version + 1)
        .build();
  }
}
