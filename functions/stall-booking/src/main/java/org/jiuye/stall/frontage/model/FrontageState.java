package org.jiuye.stall.frontage.model;

/** Where a frontage stands. */
public enum FrontageState {
  /** The shop may use the pavement in the site's hours. */
  ACTIVE,
  /** The shop may not use it for the time being. */
  SUSPENDED,
  /** Given up, withdrawn, or its season is over. */
  ENDED
}
