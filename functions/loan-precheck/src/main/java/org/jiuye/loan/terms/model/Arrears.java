package org.jiuye.loan.terms.model;

/** Payments that an enterprise may be behind with. */
public enum Arrears {
  WAGES,
  SOCIAL_INSURANCE
}
