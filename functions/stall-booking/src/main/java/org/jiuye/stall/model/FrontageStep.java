package org.jiuye.stall.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One step in a frontage's life, kept for good.
 *
 * @param takenAt when it was recorded
 * @param by who took it
 * @param onBehalfOf for whom, where staff acted for the holder
 * @param reason a code: of a breach what was breached, else why
 * @param seenAt of a breach, when it was seen
 * @param until of a suspension, its last night
 * @param policyVersion the version of the site's rules that it was taken under
 * @param before the state before; empty for a declaration
 * @param version the frontage's version after it
 */
public record FrontageStep(
    Kind kind,
    Instant takenAt,
    Actor by,
    Optional<String> onBehalfOf,
    Optional<String> reason,
    Optional<Instant> seenAt,
    Optional<LocalDate> until,
    String policyId,
    int policyVersion,
    Optional<FrontageState> before,
    FrontageState after,
    long version) {

  /** What a step is, and the states that it may be taken from. */
  public enum Kind {
    DECLARED(Set.of()),
    BREACHED(Set.of(FrontageState.ACTIVE, FrontageState.SUSPENDED)),
    SUSPENDED(Set.of(FrontageState.ACTIVE)),
    LIFTED(Set.of(FrontageState.SUSPENDED)),
    ENDED(Set.of(FrontageState.ACTIVE, FrontageState.SUSPENDED));

    private final Set<FrontageState> from;

    Kind(Set<FrontageState> from) {
      this.from = from;
    }

    /** Whether the step may be taken in a state. */
    public boolean isLegalFrom(FrontageState state) {
      return from.contains(state);
    }
  }

  /** Why the county suspends a frontage. */
  public enum SuspensionReason {
    REPEATED_BREACHES,
    SERIOUS_BREACH,
    DANGER,
    ROAD_WORKS,
    EVENT
  }

  /** Why the county lifts a suspension. */
  public enum LiftingReason {
    REMEDIED,
    REASON_GONE,
    MADE_IN_ERROR
  }

  /** Why a frontage ends before its season does. */
  public enum EndReason {
    CLOSED_DOWN,
    MOVED,
    NO_LONGER_NEEDED,
    WITHDRAWN
  }
}
