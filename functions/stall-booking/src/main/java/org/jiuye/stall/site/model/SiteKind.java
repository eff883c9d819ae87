package org.jiuye.stall.site.model;

/** The kinds of site; they differ by data and by the rules for booking. */
public enum SiteKind {
  /** Temporary stalls around parks and squares on summer evenings. */
  NIGHT_MARKET,
  /** Employers' free stalls in the social-security hall on market days (岗位超市). */
  JOB_MARKET,
  /** The pavement in front of a street's shops; each shop declares its own for a season. */
  SHOPFRONT;

  /** Whether its stalls are booked, each for one night or market day. */
  public boolean isBookedByTheNight() {
    return this != SHOPFRONT;
  }
}
