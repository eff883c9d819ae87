package org.jiuye.local.lambda;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiuye.local.lambda.InvocationRecord.Condition;
import org.jiuye.template.LambdaFunction;

/**
 * An event whose answer nobody waits for, on its way to a function: tried again when the function
 * fails, as often as its settings say, and when it is throttled, until the event is too old.
 */
final class AsyncEvent {

  /**
   * Lambda waits one minute after the first failure and two after the second. Here a second stands
   * for a minute, so that somebody who tries a failing function sees the end of it. The event's age
   * and the function's own time are not shortened.
   */
  private static final Duration WAIT_PER_FAILURE = Duration.ofSeconds(1);

  /** Lambda's is a second, doubled with each throttle; shortened likewise, but not to nothing. */
  private static final Duration FIRST_WAIT_AFTER_THROTTLE = Duration.ofMillis(100);

  /** Lambda's is five minutes. */
  private static final Duration MOST_WAIT_AFTER_THROTTLE = Duration.ofSeconds(5);

  private static final Logger LOGGER = System.getLogger(AsyncEvent.class.getName());

  private final LambdaFunction function;
  private final FunctionRuntime runtime;
  private final byte[] payload;
  private final InstantSource realTime;
  private final Optional<Consumer<String>> onFailure;

  /** Waits between attempts. */
  interface Pause {
    /** Waits; answers early with true when the cloud stops. */
    boolean stopsWithin(Duration duration);
  }

  /**
   * An event that has just been handed over.
   *
   * @param payload JSON
   * @param onFailure gets the record of the event if it is given up, empty where nobody does
   */
  AsyncEvent(
      LambdaFunction function,
      FunctionRuntime runtime,
      byte[] payload,
      InstantSource realTime,
      Optional<Consumer<String>> onFailure) {
    this.function = function;
    this.runtime = runtime;
    this.payload = payload.clone();
    this.realTime = realTime;
    this.onFailure = onFailure;
  }

  /** Tries the event until the function has dealt with it, it is given up, or the cloud stops. */
  void run(Pause pause) {
    Instant end = realTime.instant().plus(function.asyncInvocation().maximumEventAge());
    InvocationRecord record = new InvocationRecord(function.arn(), payload);
    int throttles = 0;
    while (true) {
      Invocation invocation = runtime.invoke(payload);
      Duration wait;
      switch (invocation) {
        case Invocation.Succeeded _ -> {
          return;
        }
        case Invocation.Throttled _ -> {
          throttles++;
          wait = waitAfterThrottle(throttles);
        }
        case Invocation.Failed _, Invocation.TimedOut _ -> {
          record = record.after(invocation);
          if (record.failures() > function.asyncInvocation().maximumRetryAttempts()) {
            giveUp(record, Condition.RETRIES_EXHAUSTED);
            return;
          }
          wait = WAIT_PER_FAILURE.multipliedBy(record.failures());
        }
      }
      if (realTime.instant().plus(wait).isAfter(end)) {
        giveUp(record, Condition.EVENT_AGE_EXCEEDED);
        return;
      }
      if (pause.stopsWithin(wait)) {
        LOGGER.log(
            Level.WARNING, "{0}: an event that waits is lost: all stops", function.logicalId());
        return;
      }
    }
  }

  private static Duration waitAfterThrottle(int throttles) {
    Duration wait = FIRST_WAIT_AFTER_THROTTLE.multipliedBy(1L << Math.min(throttles - 1, 10));
    return wait.compareTo(MOST_WAIT_AFTER_THROTTLE) < 0 ? wait : MOST_WAIT_AFTER_THROTTLE;
  }

  private void giveUp(InvocationRecord record, Condition condition) {
    LOGGER.log(
        Level.ERROR,
        "{0}: an event is given up after {1} failures: {2}; {3}",
        function.logicalId(),
        record.failures(),
        condition.text(),
        onFailure.isPresent()
            ? "its record goes to the on-failure destination"
            : "it is lost, for the function has no on-failure destination");
    onFailure.ifPresent(destination -> destination.accept(record.json(condition)));
  }
}
