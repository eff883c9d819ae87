package org.jiuye.shared.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final Map<String, Role> BY_CLAIM =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::claim, role -> role));

  private static final Set<Role> AGENTS = EnumSet.of(CASEWORKER, VILLAGE_WORKER, ADMIN);

  private final String claim;

  Role(String claim) {
    this.claim = claim;
  }

  /** The role's name in tokens. */
  public String claim() {
    return claim;
  }

  /** Whether a caller in this role acts for others, at their wish. */
  boolean actsForOthers() {
    return AGENTS.contains(this);
  }

  static Optional<Role> of(String claim) {
    return Optional.ofNullable(BY_CLAIM.get(claim));
  }
}
