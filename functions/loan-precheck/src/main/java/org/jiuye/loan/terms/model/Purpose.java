package org.jiuye.loan.terms.model;

/** What the money is for. */
public enum Purpose {
  PRODUCTION,
  HOUSING,
  CEREMONY,
  REPAYMENT,
  CONSUMPTION,
  OTHER
}
