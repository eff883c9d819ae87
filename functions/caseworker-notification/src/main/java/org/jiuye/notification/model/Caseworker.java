package org.jiuye.notification.model;

import java.util.List;

/**
 * Somebody who serves divisions of the county.
 *
 * @param role as tokens name it
 * @param divisions codes of 6, 9 or 12 digits, each with all that is under it
 */
public record Caseworker(
    String personId, String role, List<String> divisions, List<String> duties) {
  public Caseworker {
    divisions = List.copyOf(divisions);
    duties = List.copyOf(duties);
  }

  boolean has(Duty duty) {
    return role.equals(duty.role()) && duties.contains(duty.code());
  }

  /**
   * How closely somebody serves a division: the digits of the own division that covers it, or 0.
   */
  int closenessTo(String division) {
    return divisions.stream().filter(division::startsWith).mapToInt(String::length).max().orElse(0);
  }
}
