package org.jiuye.shared.http;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is to the county's services, as the token's role claim tells. */
public enum Role {
  CITIZEN("citizen"),
  EMPLOYER("employer"),
  INSTITUTION("institution"),
  BANK("bank"),
  WARDEN("warden"),
  VILLAGE_WORKER("villageWorker"),
  CASEWORKER("caseworker"),
  ADMIN("admin");

  private final String claim;

  Role(String claim) {
    this.claim = claim;
  }

  /** The role's name in tokens. */
  public String claim() {
    return claim;
  }

  static Optional<Role> of(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findAny();
  }
}
