package org.jiuye.loan.terms.model;

/** What a loan that somebody has already is for. */
public enum LoanKind {
  STUDENT,
  POVERTY_ALLEVIATION,
  HOUSING,
  CAR,
  /** Consumption, spending on credit cards included. */
  CONSUMER,
  /** Anything else, another entrepreneurship loan among it. */
  OTHER
}
