package org.jiuye.loan.terms.model;

/** The households that the micro-loan is meant for. */
public enum HouseholdKind {
  /** 建档立卡户: registered as poor, or lifted from poverty since. */
  REGISTERED_POVERTY,
  /** 监测户: monitored because it may fall back into poverty. */
  MONITORED
}
