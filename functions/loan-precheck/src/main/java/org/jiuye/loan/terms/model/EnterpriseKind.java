package org.jiuye.loan.terms.model;

/** Kinds of enterprise. */
public enum EnterpriseKind {
  SMALL_OR_MICRO,
  TAXI_FIRM,
  OTHER
}
