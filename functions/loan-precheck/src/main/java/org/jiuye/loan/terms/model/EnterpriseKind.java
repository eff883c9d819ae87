package org.jiuye.loan.terms.model;

/** What kind of enterprise asks. */
public enum EnterpriseKind {
  SMALL_OR_MICRO,
  TAXI_FIRM,
  OTHER
}
