package org.jiuye.loan.terms.model;

/** Households that a micro-loan is lent to. */
public enum HouseholdKind {
  /** 建档立卡 household, registered as poor or lifted from it. */
  REGISTERED_POVERTY,
  /** 监测户, watched lest it fall back. */
  MONITORED
}
