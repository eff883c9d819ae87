package org.jiuye.loan.model;

/** Why no counter-guarantee is asked for. */
public enum WaiverGround {
  /** A project that the county has found to be of quality (优质创业项目). */
  QUALITY_PROJECT
}
