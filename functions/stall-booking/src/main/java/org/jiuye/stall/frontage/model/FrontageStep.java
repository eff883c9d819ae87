package org.jiuye.stall.frontage.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.record.BuiltByName;

/**
 * One step in a frontage's life, kept for good.
 *
 * @param takenAt when it was recorded
 * @param by the account that took it
 * @param onBehalfOf the holder, where staff acted for the holder
 * @param reason a code: of a breach what was breached, else why
 * @param seenAt of a breach, when it was seen
 * @param until of a suspension, its last night
 * @param policyVersion the version of the site's rules that it was taken under
 * @param before the state before; empty for a declaration
 * @param version the frontage's version after it
 */
@BuiltByName
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

  /** What a step is. */
  public enum Kind {
    DECLARED,
    BREACHED,
    SUSPENDED,
    LIFTED,
    ENDED;

    /** Whether the step may be taken in a state. */
    public boolean isLegalFrom(FrontageState state) {
      return switch (this) {
        case DECLARED -> false;
        case BREACHED, ENDED -> state != FrontageState.ENDED;
        case SUSPENDED -> state == FrontageState.ACTIVE;
        case LIFTED -> state == FrontageState.SUSPENDED;
      };
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
