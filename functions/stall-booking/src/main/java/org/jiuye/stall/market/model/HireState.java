package org.jiuye.stall.market.model;

/** Whether a hire that an employer reports is true. */
public enum HireState {
  /** The employer says so. */
  REPORTED,
  /** The worker or a caseworker says so too. */
  CONFIRMED,
  /** The worker or a caseworker says that it is not so. */
  DENIED
}
