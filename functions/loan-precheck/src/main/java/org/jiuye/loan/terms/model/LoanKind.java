package org.jiuye.loan.terms.model;

/** The purposes of loans that somebody may already have. */
public enum LoanKind {
  STUDENT,
  POVERTY_ALLEVIATION,
  HOUSING,
  CAR,
  /** Consumption, including credit-card spending. */
  CONSUMER,
  /** Anything else, including another entrepreneurship loan. */
  OTHER
}
