package org.jiuye.loan.terms.model;

/** Why no counter-guarantee is asked for. */
public enum WaiverGround {
  /** A project that the county has found to be of quality (优质创业项目). */
  QUALITY_PROJECT
}
