package org.jiuye.notification.model;

/** What somebody looks after for a division, as the county's list of its people names it. */
public enum Duty {
  /** Caseworkers who hear of what becomes of stalls. */
  STALLS("stalls", "caseworker"),
  /** Wardens who walk the sites at night. */
  STALL_ROSTER("stall-roster", "warden"),
  /** Caseworkers of the loan desk, who hear of cases that were referred to banks. */
  LOANS("loans", "caseworker");

  private final String code;
  private final String role;

  Duty(String code, String role) {
    this.code = code;
    this.role = role;
  }

  /** The duty's name in the county's list. */
  public String code() {
    return code;
  }

  /** The role, as tokens name it, of those who can have the duty. */
  String role() {
    return role;
  }
}
