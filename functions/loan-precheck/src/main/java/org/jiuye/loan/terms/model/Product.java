package org.jiuye.loan.terms.model;

/** The loans that are looked into before anybody applies. */
public enum Product {
  /** A guaranteed entrepreneurship loan to a person (个人创业担保贷款). */
  PERSONAL,
  /** The same to people who found a business together (合伙创业). */
  PARTNERSHIP,
  /** The same to a small enterprise that hires (小微企业). */
  SMALL_ENTERPRISE,
  /** A micro-loan to a poor household (小额扶贫贷款). */
  POVERTY_MICRO
}
