package org.jiuye.loan.rules.model;

/** Whether a criterion is met: what was not told is unknown, and unknown is not no. */
public enum State {
  MET,
  NOT_MET,
  UNKNOWN;

  /** Met if both are, not met if one is not. */
  public State and(State other) {
    if (this == NOT_MET || other == NOT_MET) {
      return NOT_MET;
    }
    return this == MET ? other : UNKNOWN;
  }

  /** What a fact that was told is. */
  public static State of(boolean holds) {
    return holds ? MET : NOT_MET;
  }
}
