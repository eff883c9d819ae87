package org.jiuye.local.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.LambdaFunction;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** One firing of a schedule: invokes the function, tries again, and reports what it gives up. */
final class ScheduledRun {

  private static final Duration MOST_WAIT = Duration.ofMinutes(1);

  private final LambdaFunction.Schedule schedule;
  private final LambdaFunction function;
  private final FunctionRuntime runtime;
  private final String scheduleArn;
  private final Instant scheduledTime;
  private final String executionId = UUID.randomUUID().toString();

  ScheduledRun(
      LambdaFunction.Schedule schedule,
      LambdaFunction function,
      FunctionRuntime runtime,
      Instant scheduledTime) {
    this.schedule = schedule;
    this.function = function;
    this.runtime = runtime;
    this.scheduleArn =
        function
            .arn()
            .replace(":lambda:", ":scheduler:")
            .replaceFirst(":function:.*", ":schedule/default/" + schedule.name());
    this.scheduledTime = scheduledTime.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Invokes the function once. */
  Invocation attempt(int number) {
    return runtime.invoke(input(number).getBytes(StandardCharsets.UTF_8));
  }

  private String input(int attempt) {
    return schedule
        .input()
        .replace("<aws.scheduler.schedule-arn>", scheduleArn)
        .replace("<aws.scheduler.scheduled-time>", scheduledTime.toString())
        .replace("<aws.scheduler.execution-id>", executionId)
        .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt));
  }

  /**
   * Invokes the function until it succeeds or the schedule's attempts or time run out; then its
   * dead-letter queue gets the input.
   *
   * @param pause waits, and answers whether to stop instead
   */
  void complete(Pause pause, SqsClient sqs, Optional<String> deadLetterQueueUrl) {
    Instant end = Instant.now().plus(schedule.maximumEventAge());
    for (int attempt = 1; ; attempt++) {
      Invocation invocation = attempt(attempt);
      if (invocation.succeeded()) {
        return;
      }
      Duration wait = wait(attempt);
      boolean tooMany = attempt > schedule.maximumRetryAttempts();
      if (tooMany || Instant.now().plus(wait).isAfter(end)) {
        int retries = attempt - 1;
        deadLetterQueueUrl.ifPresent(
            url -> bury(sqs, url, invocation, retries, exhausted(tooMany)));
        return;
      }
      if (pause.stopsWithin(wait)) {
        return;
      }
    }
  }

  /** Waits between attempts. */
  interface Pause {
    /** Waits; answers early with true when the cloud stops. */
    boolean stopsWithin(Duration duration);
  }

  private static Duration wait(int attempt) {
    long whole = Math.min(MOST_WAIT.toMillis(), 1000L << Math.min(attempt - 1, 6));
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }

  private static String exhausted(boolean tooMany) {
    return tooMany ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds";
  }

  private void bury(
      SqsClient sqs, String queueUrl, Invocation invocation, int retries, String exhausted) {
    // The function's message stays out: nobody has checked what it holds.
    String error =
        switch (invocation) {
          case Invocation.Failed failed -> failed.errorType();
          case Invocation.TimedOut _ -> "TimedOut";
          default -> "Throttled";
        };
    sqs.sendMessage(
        request ->
            request
                .queueUrl(queueUrl)
                .messageBody(input(retries + 1))
                .messageAttributes(
                    Map.of(
                        "SCHEDULE_ARN", text(scheduleArn),
                        "TARGET_ARN", text(function.arn()),
                        "EXECUTION_ID", text(executionId),
                        "SCHEDULED_TIME", text(scheduledTime.toString()),
                        "ERROR_CODE", text(error),
                        "RETRY_ATTEMPTS", text(Integer.toString(retries)),
                        "EXHAUSTED_RETRY_CONDITION", text(exhausted))));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
