package org.jiuye.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events for whose answers nobody waits, in a time of the test's own. */
class AsyncEventTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String EVENT = "{\"schedule\": \"nightly\"}";
  private static final Invocation DONE = new Invocation.Succeeded("{}".getBytes(UTF_8));
  private static final Invocation FAILED =
      new Invocation.Failed("java.lang.IllegalStateException", "it was 13052919");
  private static final Invocation TIMED_OUT = new Invocation.TimedOut();
  private static final Invocation THROTTLED = new Invocation.Throttled();

  private final List<Duration> waits = new ArrayList<>();
  private final List<String> invoked = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private boolean stops;
  private Instant now = Instant.parse("2026-07-01T08:00:00Z");

  private void run(int retries, Duration age, Supplier<Invocation> answers) {
    run(retries, age, Optional.of(records::add), answers);
  }

  private void run(
      int retries,
      Duration age,
      Optional<Consumer<String>> onFailure,
      Supplier<Invocation> answers) {
    new AsyncEvent(
            function(new LambdaFunction.AsyncInvocation(retries, age, Optional.empty())),
            runtime(answers),
            EVENT.getBytes(UTF_8),
            () -> now,
            onFailure)
        .run(
            wait -> {
              waits.add(wait);
              now = now.plus(wait);
              return stops;
            });
  }

  private static Supplier<Invocation> inTurn(Invocation... answers) {
    return Stream.of(answers).iterator()::next;
  }

  private static LambdaFunction function(LambdaFunction.AsyncInvocation asyncInvocation) {
    return new LambdaFunction(
        "Nightly",
        "jiuye-Nightly",
        "arn:aws-cn:lambda:cn-north-1:000000000000:function:jiuye-Nightly",
        Path.of("package"),
        "handler",
        "java25",
        Duration.ofSeconds(20),
        512,
        OptionalInt.of(1),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        asyncInvocation);
  }

  private FunctionRuntime runtime(Supplier<Invocation> answers) {
    return new FunctionRuntime() {
      @Override
      public String logicalId() {
        return "Nightly";
      }

      @Override
      public Invocation invoke(byte[] event) {
        invoked.add(new String(event, UTF_8));
        return answers.get();
      }

      @Override
      public State state() {
        return State.READY;
      }
    };
  }

  private JsonNode theRecord() {
    assertThat(records).hasSize(1);
    return JSON.readTree(records.getFirst());
  }

  @Test
  void whatTheFunctionDealsWithIsNeitherTriedAgainNorReported() {
    run(2, Duration.ofHours(6), inTurn(FAILED, DONE));

    assertThat(invoked).containsExactly(EVENT, EVENT);
    assertThat(records).isEmpty();
  }

  @Test
  void failuresAndTimeOutsAreTriedAgainAfterLongerWaitsAndThenReported() {
    run(2, Duration.ofHours(6), inTurn(FAILED, TIMED_OUT, FAILED));

    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    JsonNode record = theRecord();
    assertThat(Instant.parse(record.get("timestamp").stringValue())).isBefore(Instant.now());
    assertThat(record.at("/requestContext/requestId").stringValue()).hasSize(36);
    assertThat(record)
        .isEqualTo(
            JSON.readTree(
                """
                {"version": "1.0", "timestamp": "%s",
                 "requestContext": {"requestId": "%s",
                   "functionArn":
                     "arn:aws-cn:lambda:cn-north-1:000000000000:function:jiuye-Nightly:$LATEST",
                   "condition": "RetriesExhausted", "approximateInvokeCount": 3},
                 "requestPayload": {"schedule": "nightly"},
                 "responseContext": {"statusCode": 200, "executedVersion": "$LATEST",
                   "functionError": "Unhandled"},
                 "responsePayload": {"errorType": "java.lang.IllegalStateException"}}
                """
                    .formatted(
                        record.get("timestamp").stringValue(),
                        record.at("/requestContext/requestId").stringValue())));
  }

  @Test
  void withoutRetriesTheFirstTimeOutIsTheLast() {
    run(0, Duration.ofHours(6), inTurn(TIMED_OUT));

    assertThat(theRecord().at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(1);
    assertThat(theRecord().at("/responsePayload/errorType").stringValue())
        .isEqualTo("Sandbox.Timedout");
  }

  @Test
  void throttlesCostNoRetryAndEndWithTheEventsAge() {
    run(0, Duration.ofMinutes(1), () -> THROTTLED);

    assertThat(waits).startsWith(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(waits).endsWith(Duration.ofSeconds(5));
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(55), Duration.ofMinutes(1));
    assertThat(theRecord().at("/requestContext/condition").stringValue())
        .isEqualTo("EventAgeExceeded");
    assertThat(theRecord().at("/requestContext/approximateInvokeCount").intValue()).isZero();
    assertThat(theRecord().has("responseContext")).isFalse();
    assertThat(theRecord().has("responsePayload")).isFalse();
  }

  @Test
  void aThrottledEventIsDealtWithWhenTheFunctionIsFree() {
    run(0, Duration.ofMinutes(1), inTurn(THROTTLED, THROTTLED, THROTTLED, DONE));

    assertThat(invoked).hasSize(4);
    assertThat(records).isEmpty();
  }

  @Test
  void aFailureWhoseRetryWouldComeTooLateIsReported() {
    run(
        2,
        Duration.ofMinutes(1),
        () -> {
          now = now.plusSeconds(60);
          return FAILED;
        });

    assertThat(waits).isEmpty();
    assertThat(theRecord().at("/requestContext/condition").stringValue())
        .isEqualTo("EventAgeExceeded");
    assertThat(theRecord().at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(1);
    assertThat(theRecord().has("responseContext")).isTrue();
  }

  @Test
  void whatWaitsWhenTheCloudStopsIsNotTriedAgain() {
    stops = true;
    run(2, Duration.ofHours(6), inTurn(FAILED));

    assertThat(invoked).hasSize(1);
    assertThat(records).isEmpty();
  }

  @Test
  void withoutDestinationAnEventVanishesAndTheLogSaysSoWithoutItsContent() {
    List<String> lines =
        logged(() -> run(0, Duration.ofHours(6), Optional.empty(), inTurn(FAILED)), Level.SEVERE);

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("Nightly", "RetriesExhausted", "no on-failure destination")
        .doesNotContain("13052919", "schedule");
  }

  private static List<String> logged(Runnable action, Level level) {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getLevel().equals(level)) {
              lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(AsyncEvent.class.getName());
    Level before = logger.getLevel();
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    try {
      action.run();
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(before);
    }
    return lines;
  }
}
