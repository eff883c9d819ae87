package org.jiuye.local.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jiuye.local.lambda.Invocation;

/** The template's schedules, on the county's clock. */
public interface Schedules {

  /**
   * A schedule and where it stands.
   *
   * @param name its physical name
   * @param expression {@code cron(…)}, {@code rate(…)} or {@code at(…)}
   * @param functionLogicalId the function that it invokes
   * @param nextRun on the county's clock, empty where it will not fire again
   * @param lastRun on the county's clock, empty where it has not fired since the start
   */
  record ScheduleState(
      String name,
      String expression,
      ZoneId timeZone,
      String functionLogicalId,
      Optional<Instant> nextRun,
      Optional<Instant> lastRun) {}

  /** All schedules, in the template's order. */
  List<ScheduleState> list();

  /**
   * Fires a schedule now, once, and waits for the function's answer.
   *
   * @param name the schedule's name, with or without the stack's name in front, or its event's name
   * @throws IllegalArgumentException when there is no such schedule
   */
  Invocation run(String name);
}
