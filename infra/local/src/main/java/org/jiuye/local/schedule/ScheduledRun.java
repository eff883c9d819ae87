package org.jiuye.local.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jiuye.template.LambdaFunction;

/**
 * One firing of a schedule.
 *
 * <p>EventBridge Scheduler hands the event over to Lambda and is done; its own retries and its
 * dead-letter queue are for events that it could not hand over. Here it always can.
 */
final class ScheduledRun {

  private static final int FIRST_ATTEMPT = 1;

  private final LambdaFunction function;
  private final LambdaFunction.Schedule schedule;
  private final Instant scheduledTime;

  ScheduledRun(LambdaFunction function, LambdaFunction.Schedule schedule, Instant scheduledTime) {
    this.function = function;
    this.schedule = schedule;
    this.scheduledTime = scheduledTime.truncatedTo(ChronoUnit.SECONDS);
  }

  LambdaFunction function() {
    return function;
  }

  /** What the function gets. */
  byte[] event() {
    return schedule
        .input()
        .replace("<aws.scheduler.schedule-arn>", scheduleArn())
        .replace("<aws.scheduler.scheduled-time>", scheduledTime.toString())
        .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
        .replace("<aws.scheduler.attempt-number>", Integer.toString(FIRST_ATTEMPT))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String scheduleArn() {
    return function
        .arn()
        .replace(":lambda:", ":scheduler:")
        .replaceFirst(":function:.*", ":schedule/default/" + schedule.name());
  }
}
