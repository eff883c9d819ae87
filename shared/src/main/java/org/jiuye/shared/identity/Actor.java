package org.jiuye.shared.identity;

/**
 * The account and role that did something, for the record.
 *
 * @param account the token's {@code sub}
 * @param role the role acted in, as tokens name it
 */
public record Actor(String account, String role) {
  /** The suite itself: a schedule, or what follows from somebody else's act. */
  public static final Actor SUITE = new Actor("jiuye", "suite");
}
