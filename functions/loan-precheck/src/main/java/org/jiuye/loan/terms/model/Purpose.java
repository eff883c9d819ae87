package org.jiuye.loan.terms.model;

/** What a micro-loan is to be used for. */
public enum Purpose {
  PRODUCTION,
  HOUSING,
  CEREMONY,
  REPAYMENT,
  CONSUMPTION,
  OTHER
}
