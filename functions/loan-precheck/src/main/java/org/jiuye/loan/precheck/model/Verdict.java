package org.jiuye.loan.precheck.model;

import org.jiuye.loan.logic.State;

/** The result of a pre-check; never an approval. */
public enum Verdict {
  ELIGIBLE,
  NOT_ELIGIBLE,
  /** A fact that was not told, or a term that was not found, can still change the answer. */
  NEEDS_INFORMATION;

  static Verdict of(State state) {
    return switch (state) {
      case MET -> ELIGIBLE;
      case NOT_MET -> NOT_ELIGIBLE;
      case UNKNOWN -> NEEDS_INFORMATION;
    };
  }
}
