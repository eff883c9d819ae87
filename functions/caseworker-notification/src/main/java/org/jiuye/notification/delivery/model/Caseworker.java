package org.jiuye.notification.delivery.model;

import java.util.List;

/**
 * Somebody who serves divisions of the county.
 *
 * @param divisions codes of 6, 9 or 12 digits, each with all that is under it
 * @param duties what they look after there, as the county names it
 */
public record Caseworker(String personId, List<String> divisions, List<String> duties) {
  public Caseworker {
    divisions = List.copyOf(divisions);
    duties = List.copyOf(duties);
  }

  boolean has(String duty) {
    return duties.contains(duty);
  }

  /**
   * How closely somebody serves a division: the digits of their own division that covers it, or 0.
   */
  int closenessTo(String division) {
    return divisions.stream().filter(division::startsWith).mapToInt(String::length).max().orElse(0);
  }
}
