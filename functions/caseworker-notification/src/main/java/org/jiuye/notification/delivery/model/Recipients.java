package org.jiuye.notification.delivery.model;

import java.util.List;

/** The people on duty whom a notice goes to. */
public final class Recipients {
  private Recipients() {}

  /**
   * The people with a duty who serve a division most closely: the village's before the town's, the
   * town's before the county's.
   *
   * @return their person ids; none where nobody serves it
   */
  public static List<String> of(List<Caseworker> all, String duty, String division) {
    List<Caseworker> onDuty = all.stream().filter(caseworker -> caseworker.has(duty)).toList();
    int closest =
        onDuty.stream().mapToInt(caseworker -> caseworker.closenessTo(division)).max().orElse(0);
    return closest == 0
        ? List.of()
        : onDuty.stream()
            .filter(caseworker -> caseworker.closenessTo(division) == closest)
            .map(Caseworker::personId)
            .distinct()
            .toList();
  }
}
