package org.jiuye.loan.terms.model;

/** What an enterprise may owe to its people. */
public enum Arrears {
  WAGES,
  SOCIAL_INSURANCE
}
