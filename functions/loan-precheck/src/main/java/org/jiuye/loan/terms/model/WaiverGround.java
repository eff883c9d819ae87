package org.jiuye.loan.terms.model;

/** The grounds on which the counter-guarantee is waived. */
public enum WaiverGround {
  /** The county has recognised the project as a quality project (优质创业项目). */
  QUALITY_PROJECT
}
