package org.jiuye.template;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads what becomes of events whose sender does not wait for the function's answer. */
final class AsyncInvocationReader {

  private static final String RETRIES = "MaximumRetryAttempts";
  private static final String AGE = "MaximumEventAgeInSeconds";
  private static final int MOST_RETRIES = 2;
  private static final int LEAST_AGE_IN_SECONDS = 60;
  private static final int MOST_AGE_IN_SECONDS = 21_600;

  private AsyncInvocationReader() {}

  static LambdaFunction.AsyncInvocation read(Properties function) {
    Properties config =
        function.nested("EventInvokeConfig", Set.of(RETRIES, AGE, "DestinationConfig"));
    int retries = config.number(RETRIES, MOST_RETRIES);
    if (retries < 0 || retries > MOST_RETRIES) {
      throw config.refuse(RETRIES, "must be from 0 to " + MOST_RETRIES);
    }
    int age = config.number(AGE, MOST_AGE_IN_SECONDS);
    if (age < LEAST_AGE_IN_SECONDS || age > MOST_AGE_IN_SECONDS) {
      throw config.refuse(
          AGE, "must be from %d to %d".formatted(LEAST_AGE_IN_SECONDS, MOST_AGE_IN_SECONDS));
    }
    return new LambdaFunction.AsyncInvocation(retries, Duration.ofSeconds(age), onFailure(config));
  }

  private static Optional<String> onFailure(Properties config) {
    Properties destinations = config.nested("DestinationConfig", Set.of("OnFailure"));
    if (!destinations.has("OnFailure")) {
      return Optional.empty();
    }
    // SAM makes up what is left out: a queue of its own, or a role that may not send.
    Properties onFailure = destinations.nested("OnFailure", Set.of("Type", "Destination"));
    if (!onFailure.requiredText("Type").equals("SQS")) {
      throw onFailure.refuse("Type", "must be SQS");
    }
    return Optional.of(onFailure.requiredText("Destination"));
  }
}
