package org.jiuye.stall.employer.model;

/** Where the verification of an employer stands. */
public enum EmployerState {
  /** A caseworker is to look at it. */
  PENDING,
  /** It exists, and the person who registered it may act for it. */
  VERIFIED,
  /** A caseworker found otherwise, or it broke the rules. */
  REJECTED
}
