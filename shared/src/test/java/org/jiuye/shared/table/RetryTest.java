package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuye.shared.support.ScriptedClient.canceled;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.support.ScriptedClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

class RetryTest {
  private static final Key KEY = new Key("STALL#1", "A");
  private static final List<Write> TWO =
      List.of(Write.create(KEY, Map.of()), Write.create(new Key("STALL#1", "B"), Map.of()));

  @SuppressWarnings("UnusedMethod") // JUnit calls it.
  private static Stream<RuntimeException> passing() {
    return Stream.of(
        canceled("TransactionConflict", "None"),
        canceled("None", "TransactionConflict"),
        canceled("ThrottlingError", "TransactionConflict"),
        canceled("ProvisionedThroughputExceeded", "None"),
        TransactionInProgressException.builder().statusCode(400).build(),
        named(
            ProvisionedThroughputExceededException.builder(),
            "ProvisionedThroughputExceededException"),
        named(RequestLimitExceededException.builder(), "RequestLimitExceeded"),
        named(DynamoDbException.builder(), "ThrottlingException"),
        InternalServerErrorException.builder().statusCode(500).build(),
        DynamoDbException.builder().statusCode(503).build(),
        SdkClientException.create("lost", new IOException("Connection reset")),
        SdkClientException.create("lost", new IllegalStateException(new IOException("reset"))));
  }

  @SuppressWarnings("UnusedMethod") // JUnit calls it.
  private static Stream<RuntimeException> lasting() {
    return Stream.of(
        canceled("ValidationError", "None"),
        canceled("ItemCollectionSizeLimitExceeded", "TransactionConflict"),
        canceled(),
        ResourceNotFoundException.builder().statusCode(400).build(),
        named(DynamoDbException.builder(), "ValidationException"),
        named(DynamoDbException.builder(), "AccessDeniedException"),
        SdkClientException.create("Unable to load credentials"),
        new IllegalStateException("of our own"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesIsTriedAgain(RuntimeException failure) {
    ScriptedClient client = new ScriptedClient(failure, failure, failure);

    assertThat(new Table(client, "table").write(TWO).isEmpty()).isTrue();
    assertThat(client.calls()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void whatLastsIsNot(RuntimeException failure) {
    ScriptedClient client = new ScriptedClient(failure);

    assertThatThrownBy(() -> new Table(client, "table").write(TWO)).isSameAs(failure);
    assertThat(client.calls()).isEqualTo(1);
  }

  @Test
  void aConditionThatDidNotHoldIsAVerdictWhateverElseHappened() {
    ScriptedClient client =
        new ScriptedClient(canceled("TransactionConflict", "ConditionalCheckFailed", "None"));

    Refusals refusals = new Table(client, "table").write(TWO);

    assertThat(refusals.byPosition()).containsOnlyKeys(1);
    assertThat(client.calls()).isEqualTo(1);
  }

  @Test
  void triesEndWithTheInvocationsTime() {
    RuntimeException[] endless =
        Collections.nCopies(10_000, canceled("TransactionConflict", "None"))
            .toArray(RuntimeException[]::new);
    Table table = new Table(new ScriptedClient(endless), "table");
    long start = System.nanoTime();

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(
            () -> Deadline.<Refusals>within(Duration.ofMillis(200), () -> table.write(TWO)));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void withoutTimeThereIsOneTry() {
    ScriptedClient client =
        new ScriptedClient(canceled("TransactionConflict"), canceled("TransactionConflict"));

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(
            () ->
                Deadline.<Object>within(Duration.ZERO, () -> new Table(client, "table").get(KEY)));
    assertThat(client.calls()).isEqualTo(1);
  }

  @Test
  void anInterruptionEndsTheTriesAndIsKept() {
    Table table = new Table(new ScriptedClient(canceled("TransactionConflict", "None")), "table");
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(ContentionException.class).isThrownBy(() -> table.write(TWO));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theFailureItselfSaysNothingOfWhatWasWritten() {
    assertThat(new ContentionException(new IllegalStateException("secret")).getMessage())
        .doesNotContain("secret");
  }

  private static RuntimeException named(DynamoDbException.Builder builder, String code) {
    return (RuntimeException)
        builder
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }
}
