package org.jiuye.loan.terms.model;

/** The loans that can be pre-checked. */
public enum Product {
  /** A guaranteed entrepreneurship loan for an individual (个人创业担保贷款). */
  PERSONAL,
  /** The same for people who found a business together (合伙创业). */
  PARTNERSHIP,
  /** The same for a small enterprise that hires people (小微企业). */
  SMALL_ENTERPRISE,
  /** A micro-loan for a poor household (小额扶贫贷款). */
  POVERTY_MICRO
}
