package org.jiuye.loan.logic;

/** The state of a condition. A fact that was not told leaves it unknown, and unknown is not no. */
public enum State {
  MET,
  NOT_MET,
  UNKNOWN;

  /** Met if both are met, not met if either is not met, otherwise unknown. */
  public State and(State other) {
    if (this == NOT_MET || other == NOT_MET) {
      return NOT_MET;
    }
    return this == MET ? other : UNKNOWN;
  }

  /** The opposite; the opposite of unknown is unknown. */
  public State not() {
    return switch (this) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** The state that a known fact gives. */
  public static State of(boolean holds) {
    return holds ? MET : NOT_MET;
  }
}
