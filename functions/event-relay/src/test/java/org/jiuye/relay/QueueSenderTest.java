package org.jiuye.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiuye.relay.model.Letter;
import org.jiuye.shared.invocation.Deadline;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueueSenderTest {
  private static final String QUEUE = "https://sqs/1/notices";

  private final RecordedQueues queues = new RecordedQueues();
  private final QueueSender sender = new QueueSender(queues);

  @Test
  void entriesThatAQueueDidNotTakeAreSentAgainAlone() {
    queues.refusing = (number, entry) -> number == 1 && entry.messageBody().endsWith("3");

    assertThat(sender.send(letters(10))).isEmpty();

    assertThat(queues.requests)
        .extracting(request -> request.entries().size())
        .containsExactly(10, 1);
    assertThat(queues.bodies()).containsExactlyInAnyOrderElementsOf(bodies(10));
  }

  @Test
  void whatIsNeverTakenIsGivenBackWhenTheTimeIsOver() {
    queues.refusing = (_, entry) -> entry.messageBody().endsWith("3");
    List<Letter> letters = letters(10);

    List<Letter> unsent = Deadline.within(Duration.ofMillis(400), () -> sender.send(letters));

    assertThat(unsent).containsExactly(letters.get(3));
    assertThat(queues.requests).hasSizeGreaterThan(2);
  }

  @Test
  void throttlingFaultsAndLostConnectionsAreTriedAgain() {
    queues.beforeEach =
        number -> {
          switch (number) {
            case 1 -> throw failure(400, "ThrottlingException");
            case 2 -> throw failure(500, "InternalFailure");
            case 3 -> throw SdkClientException.create("Connection reset");
            default -> {}
          }
        };

    assertThat(sender.send(letters(2))).isEmpty();
    assertThat(queues.bodies()).containsExactlyElementsOf(bodies(2));
  }

  @Test
  void aRefusalForGoodIsNotTriedAgainAndStopsNoOtherQueue() {
    String refusing = "https://sqs/1/gone";
    Letter lost = new Letter(0, refusing, "lost", Map.of());
    Letter sent = new Letter(1, QUEUE, "sent", Map.of());
    queues.beforeEach =
        number -> {
          if (queues.requests.get(number - 1).queueUrl().equals(refusing)) {
            throw failure(403, "AccessDeniedException");
          }
        };

    assertThat(sender.send(List.of(lost, sent))).containsExactly(lost);
    assertThat(queues.requests)
        .extracting(SendMessageBatchRequest::queueUrl)
        .containsExactly(refusing, QUEUE);
    assertThat(queues.bodies()).containsExactly("sent");
  }

  @Test
  void nothingIsSentWhenTheTimeIsOver() {
    List<Letter> letters = letters(3);

    assertThat(Deadline.within(Duration.ZERO, () -> sender.send(letters)))
        .containsExactlyElementsOf(letters);
    assertThat(queues.requests).isEmpty();
  }

  private static SqsException failure(int status, String code) {
    return (SqsException)
        SqsException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }

  private static List<Letter> letters(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Letter(number, QUEUE, "body " + number, Map.of()))
        .toList();
  }

  private static List<String> bodies(int count) {
    return letters(count).stream().map(Letter::body).toList();
  }
}
