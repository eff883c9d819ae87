package org.jiuye.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.LambdaFunction.StreamSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Record;
import tools.jackson.databind.json.JsonMapper;

class StreamBatchTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Invocation FAILED = new Invocation.Failed("X", "x");
  private static final Invocation DONE = answer("{\"batchItemFailures\": []}");

  private final List<String> invoked = new ArrayList<>();
  private final List<String> dealtWith = new ArrayList<>();
  private final List<String> givenUp = new ArrayList<>();
  private final StopSignal stop = new StopSignal();

  private static Invocation answer(String json) {
    return new Invocation.Succeeded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Invocation failing(String sequenceNumber) {
    return answer(
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"%s\"}]}".formatted(sequenceNumber));
  }

  private static StreamSource source(boolean bisects, OptionalInt retries, Optional<Duration> age) {
    return new StreamSource(
        "Changes",
        "arn:aws-cn:dynamodb:cn-north-1:000000000000:table/t/stream/1",
        "TRIM_HORIZON",
        100,
        Duration.ZERO,
        1,
        bisects,
        retries,
        age,
        true,
        List.of(),
        Optional.empty());
  }

  private static List<Record> records(int count, Instant created) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                Record.builder()
                    .eventID("e" + number)
                    .dynamodb(
                        change ->
                            change
                                .sequenceNumber(Integer.toString(number))
                                .approximateCreationDateTime(created))
                    .build())
        .toList();
  }

  private static List<Record> records(int count) {
    return records(count, Instant.now());
  }

  /** Delivers with a function that answers by the sequence numbers it gets, such as "1 2 3". */
  private boolean deliver(
      StreamSource source, List<Record> records, Function<String, Invocation> function) {
    FunctionRuntime runtime =
        new FunctionRuntime() {
          @Override
          public String logicalId() {
            return "Relay";
          }

          @Override
          public Invocation invoke(byte[] event) {
            String numbers =
                JSON.readTree(event)
                    .path("Records")
                    .valueStream()
                    .map(record -> record.at("/dynamodb/SequenceNumber").stringValue())
                    .collect(Collectors.joining(" "));
            invoked.add(numbers);
            return function.apply(numbers);
          }

          @Override
          public State state() {
            return State.READY;
          }
        };
    GivenUp report =
        (shardId, given, reason, invocations) ->
            givenUp.add(
                reason
                    + " "
                    + given.stream()
                        .map(record -> record.dynamodb().sequenceNumber())
                        .collect(Collectors.joining(" ")));
    return new StreamBatch(source, runtime, new StreamEvents(source.streamArn()), report, stop)
        .deliver("shard", records, record -> dealtWith.add(record.dynamodb().sequenceNumber()));
  }

  private static Function<String, Invocation> inTurn(Invocation... answers) {
    var iterator = Stream.of(answers).iterator();
    return _ -> iterator.next();
  }

  @Test
  void retriesFromTheFirstReportedRecordOnly() {
    StreamSource source = source(false, OptionalInt.of(5), Optional.empty());
    assertThat(deliver(source, records(4), inTurn(failing("3"), FAILED, DONE))).isTrue();
    assertThat(invoked).containsExactly("1 2 3 4", "3 4", "3 4");
    assertThat(dealtWith).containsExactly("2", "4");
  }

  @Test
  void bisectsInOrderUntilTheBadRecordStandsAlone() {
    StreamSource source = source(true, OptionalInt.of(1), Optional.empty());
    assertThat(deliver(source, records(4), numbers -> numbers.contains("3") ? FAILED : DONE))
        .isTrue();
    assertThat(invoked).containsExactly("1 2 3 4", "1 2", "3 4", "3", "3", "4");
    assertThat(givenUp).containsExactly("RETRY_ATTEMPTS_EXHAUSTED 3");
    assertThat(dealtWith).containsExactly("2", "3", "4");
  }

  @Test
  void givesUpTheRestOfTheBatchAfterItsRetries() {
    StreamSource source = source(false, OptionalInt.of(2), Optional.empty());
    assertThat(deliver(source, records(2), _ -> FAILED)).isTrue();
    assertThat(invoked).containsExactly("1 2", "1 2", "1 2");
    assertThat(givenUp).containsExactly("RETRY_ATTEMPTS_EXHAUSTED 1 2");
    assertThat(dealtWith).containsExactly("2");
  }

  @Test
  void givesUpWhatIsTooOldUntried() {
    StreamSource source = source(false, OptionalInt.empty(), Optional.of(Duration.ofSeconds(60)));
    List<Record> mixed = new ArrayList<>(records(2, Instant.now().minusSeconds(90)));
    mixed.add(records(3).getLast());
    assertThat(deliver(source, mixed, _ -> DONE)).isTrue();
    assertThat(invoked).containsExactly("3");
    assertThat(givenUp).containsExactly("RECORD_AGE_EXCEEDED 1 2");
    assertThat(dealtWith).containsExactly("2", "3");
  }

  @Test
  void doesNotCountThrottlingAsAnAttempt() {
    StreamSource source = source(true, OptionalInt.of(0), Optional.empty());
    assertThat(
            deliver(
                source,
                records(2),
                inTurn(new Invocation.Throttled(), new Invocation.Throttled(), DONE)))
        .isTrue();
    assertThat(givenUp).isEmpty();
    assertThat(dealtWith).containsExactly("2");
  }

  @Test
  void keepsWhatIsLeftWhenTheCloudStops() {
    StreamSource source = source(false, OptionalInt.empty(), Optional.empty());
    boolean all =
        deliver(
            source,
            records(3),
            _ -> {
              stop.raise();
              return failing("2");
            });
    assertThat(all).isFalse();
    assertThat(invoked).containsExactly("1 2 3");
    assertThat(dealtWith).containsExactly("1");
  }
}
