package org.jiuye.loan.precheck.model;

/** What a pre-check comes to; never an approval. */
public enum Verdict {
  ELIGIBLE,
  NOT_ELIGIBLE,
  /** What was not told, or not found, can still change the answer. */
  NEEDS_INFORMATION
}
