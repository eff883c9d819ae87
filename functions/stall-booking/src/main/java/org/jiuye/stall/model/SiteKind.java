package org.jiuye.stall.model;

/** The kinds of site; they differ by data and by the rules that {@link BookingRules} lists. */
public enum SiteKind {
  /** Temporary stalls around parks and squares on summer evenings. */
  NIGHT_MARKET,
  /** Employers' free stalls in the social-security hall on market days (岗位超市). */
  JOB_MARKET;

  /** Whether people may wait for a stall of a full session. */
  public boolean hasWaitingList() {
    return this == NIGHT_MARKET;
  }
}
