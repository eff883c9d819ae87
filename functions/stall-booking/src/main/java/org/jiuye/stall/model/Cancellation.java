package org.jiuye.stall.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What cancelling a booking at a moment amounts to. */
public final class Cancellation {
  private Cancellation() {}

  /**
   * The state that a booking goes to: {@code CANCELLED} in good time, {@code LATE_CANCELLED} in the
   * hours before the opening that the policy names.
   *
   * @return empty where it can no longer be cancelled: it is over already, or the session has begun
   */
  public static Optional<BookingState> stateOf(Booking booking, Session session, Instant now) {
    if (!booking.state().holdsStall() || session.hasStarted(now)) {
      return Optional.empty();
    }
    int hours =
        session.site().policies().stream()
            .filter(policy -> policy.policyId().equals(booking.policyId()))
            .filter(policy -> policy.version() == booking.policyVersion())
            .findAny()
            .map(SitePolicy::freeCancellationHours)
            .orElse(0);
    Instant lastFree = session.opensAt().minus(Duration.ofHours(hours));
    return Optional.of(
        now.isAfter(lastFree) ? BookingState.LATE_CANCELLED : BookingState.CANCELLED);
  }
}
