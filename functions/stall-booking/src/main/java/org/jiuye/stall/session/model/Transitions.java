package org.jiuye.stall.session.model;

import static org.jiuye.stall.session.model.BookingState.CANCELLED;
import static org.jiuye.stall.session.model.BookingState.CHECKED_IN;
import static org.jiuye.stall.session.model.BookingState.COMPLETED;
import static org.jiuye.stall.session.model.BookingState.CONFIRMED;
import static org.jiuye.stall.session.model.BookingState.LAPSED;
import static org.jiuye.stall.session.model.BookingState.LATE_CANCELLED;
import static org.jiuye.stall.session.model.BookingState.NO_SHOW;
import static org.jiuye.stall.session.model.BookingState.OFFERED;
import static org.jiuye.stall.session.model.BookingState.REFUSED;
import static org.jiuye.stall.session.model.BookingState.SITE_CANCELLED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.stall.session.model.Transition.EntryEffect;
import org.jiuye.stall.session.model.Transition.StallEffect;
import org.jiuye.stall.session.model.Transition.WeekEffect;
import org.jiuye.stall.site.model.Session;
import org.jiuye.stall.site.model.SitePolicy;

/**
 * What may happen to a booking, and what goes with it. Each answers empty where it may not happen
 * to this booking at this moment.
 */
public final class Transitions {
  /** An offer may be let lapse once without losing the place. */
  private static final int LAPSES_FORGIVEN = 1;

  private Transitions() {}

  /**
   * The holder gives the stall back; in the hours before the opening that the policy names, late.
   */
  public static Optional<Transition> cancel(
      Booking booking, Session session, Instant now, Actor by) {
    if (booking.state() != CONFIRMED || session.hasStarted(now)) {
      return Optional.empty();
    }
    Duration free =
        Duration.ofHours(
            booking.policyAt(session.site()).map(SitePolicy::freeCancellationHours).orElse(0));
    boolean late = now.isAfter(session.opensAt().minus(free));
    return transition(
        booking,
        booking.become(late ? LATE_CANCELLED : CANCELLED, now, by, Optional.empty()),
        StallEffect.RELEASE,
        EntryEffect.NONE,
        late ? WeekEffect.GIVE_BACK_COUNTED : WeekEffect.GIVE_BACK);
  }

  /**
   * The person to whom the stall was offered takes it.
   *
   * @param code six digits for the holder
   */
  public static Optional<Transition> accept(
      Booking booking, Session session, Instant now, Actor by, String code) {
    if (!isOpenOffer(booking, session, now)) {
      return Optional.empty();
    }
    return transition(
        booking,
        booking.become(CONFIRMED, now, by, Optional.empty()).withCode(code),
        StallEffect.KEEP,
        EntryEffect.REMOVE,
        WeekEffect.TAKE_NIGHT);
  }

  /** The person to whom the stall was offered does not want it, and waits no more. */
  public static Optional<Transition> refuse(
      Booking booking, Session session, Instant now, Actor by) {
    if (!isOpenOffer(booking, session, now)) {
      return Optional.empty();
    }
    return transition(
        booking,
        booking.become(REFUSED, now, by, Optional.empty()),
        StallEffect.RELEASE,
        EntryEffect.REMOVE,
        WeekEffect.STOP_WAITING);
  }

  /**
   * Nobody answered the offer: the first time the place is kept, and the stall goes to the next.
   */
  public static Optional<Transition> lapse(Booking booking, Session session, Instant now) {
    if (booking.state() != OFFERED || isOpenOffer(booking, session, now)) {
      return Optional.empty();
    }
    Booking lapsed = booking.become(LAPSED, now, Actor.SUITE, Optional.empty());
    if (session.hasStarted(now)) {
      return transition(
          booking, lapsed, StallEffect.FREE, EntryEffect.REMOVE, WeekEffect.STOP_WAITING);
    }
    return booking.openOffer().lapses() < LAPSES_FORGIVEN
        ? transition(
            booking,
            lapsed,
            StallEffect.RELEASE_PASSING_OVER,
            EntryEffect.WAIT_AGAIN,
            WeekEffect.NONE)
        : transition(
            booking, lapsed, StallEffect.RELEASE, EntryEffect.REMOVE, WeekEffect.STOP_WAITING);
  }

  /** The warden has seen the holder at the stall, within the session's window. */
  public static Optional<Transition> checkIn(
      Booking booking, Session session, Instant now, Actor by) {
    if (booking.state() != CONFIRMED || !session.site().window().contains(session.date(), now)) {
      return Optional.empty();
    }
    return transition(
        booking,
        booking.become(CHECKED_IN, now, by, Optional.empty()),
        StallEffect.KEEP,
        EntryEffect.NONE,
        WeekEffect.NONE);
  }

  /**
   * The session is over. Where nobody at all was checked in, the warden was not there, and nobody
   * is blamed; nor is a holder whose code was locked.
   *
   * @param wardenWasThere whether anybody was checked in
   */
  public static Optional<Transition> settle(
      Booking booking, Session session, Instant now, boolean wardenWasThere) {
    boolean over = !now.isBefore(session.closesAt());
    if (!over || (booking.state() != CONFIRMED && booking.state() != CHECKED_IN)) {
      return Optional.empty();
    }
    boolean blamed =
        booking.state() == CONFIRMED && wardenWasThere && !CheckInCode.isLocked(booking);
    return transition(
        booking,
        booking.become(blamed ? NO_SHOW : COMPLETED, now, Actor.SUITE, Optional.empty()),
        StallEffect.KEEP,
        EntryEffect.NONE,
        WeekEffect.NONE);
  }

  /** The county has closed the session: nobody loses anything by it. */
  public static Optional<Transition> close(Booking booking, Closure closure) {
    if (booking.state().isFinal()) {
      return Optional.empty();
    }
    boolean offered = booking.state() == OFFERED;
    return transition(
        booking,
        booking.become(
            SITE_CANCELLED, closure.at(), closure.by(), Optional.of(closure.reason().name())),
        StallEffect.FREE,
        offered ? EntryEffect.REMOVE : EntryEffect.NONE,
        offered ? WeekEffect.STOP_WAITING : WeekEffect.GIVE_BACK);
  }

  /**
   * The employer was rejected: it has no stall at a market that is not over, and loses nothing by
   * it.
   */
  public static Optional<Transition> withdraw(
      Booking booking, Session session, Instant now, Actor by) {
    boolean stands = booking.state() == CONFIRMED || booking.state() == CHECKED_IN;
    if (!stands || !now.isBefore(session.closesAt())) {
      return Optional.empty();
    }
    return transition(
        booking,
        booking.become(SITE_CANCELLED, now, by, Optional.of(MarketStalls.EMPLOYER_REJECTED)),
        session.hasStarted(now) ? StallEffect.FREE : StallEffect.RELEASE,
        EntryEffect.NONE,
        WeekEffect.GIVE_BACK);
  }

  private static boolean isOpenOffer(Booking booking, Session session, Instant now) {
    return booking.state() == OFFERED
        && now.isBefore(booking.openOffer().until())
        && !session.hasStarted(now);
  }

  private static Optional<Transition> transition(
      Booking before, Booking after, StallEffect stall, EntryEffect entry, WeekEffect week) {
    return Optional.of(new Transition(before, after, stall, entry, week));
  }
}
