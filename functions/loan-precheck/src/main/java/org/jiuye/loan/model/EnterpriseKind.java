package org.jiuye.loan.model;

/** What kind of enterprise asks. */
public enum EnterpriseKind {
  SMALL_OR_MICRO,
  TAXI_FIRM,
  OTHER
}
