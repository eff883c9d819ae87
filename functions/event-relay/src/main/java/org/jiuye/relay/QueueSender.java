package org.jiuye.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiuye.relay.model.Batches;
import org.jiuye.relay.model.Letter;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.invocation.SafeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Sends letters in batches. Letters that a queue did not take are sent again, without the others,
 * as long as the invocation has time. The pauses between attempts grow and are jittered.
 */
final class QueueSender {
  private static final Logger LOG = LoggerFactory.getLogger(QueueSender.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final SqsClient client;

  QueueSender(SqsClient client) {
    this.client = client;
  }

  /** Sends letters and returns those that no queue has confirmed. */
  List<Letter> send(List<Letter> letters) {
    return Deadline.ensure(() -> sendWithinDeadline(letters));
  }

  private List<Letter> sendWithinDeadline(List<Letter> letters) {
    Outcome outcome = new Outcome(letters);
    long ceiling = FIRST_PAUSE_MILLIS;
    while (true) {
      for (List<Letter> batch : outcome.takeDue()) {
        attempt(batch, outcome);
      }
      if (outcome.due.isEmpty() || !pause(ThreadLocalRandom.current().nextLong(ceiling) + 1)) {
        return outcome.unsent();
      }
      ceiling = Math.min(ceiling * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  private void attempt(List<Letter> batch, Outcome outcome) {
    if (Deadline.remaining().isZero()) {
      outcome.due.addAll(batch);
      return;
    }
    try {
      for (BatchResultErrorEntry failure : request(batch).failed()) {
        LOG.warn("A queue did not take a message: {}", failure.code());
        outcome.due.add(batch.get(Integer.parseInt(failure.id())));
      }
    } catch (SdkException failure) {
      if (isPassing(failure)) {
        LOG.warn("A batch was not sent yet: {}", failure.getClass().getSimpleName());
        outcome.due.addAll(batch);
      } else {
        LOG.error("A batch was refused: {}", SafeLog.describe(failure));
        outcome.refused.addAll(batch);
      }
    }
  }

  private SendMessageBatchResponse request(List<Letter> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(index -> entry(index, batch.get(index))).toList();
    return client.sendMessageBatch(
        request -> request.queueUrl(batch.getFirst().queueUrl()).entries(entries));
  }

  private static SendMessageBatchRequestEntry entry(int index, Letter letter) {
    SendMessageBatchRequestEntry.Builder entry =
        SendMessageBatchRequestEntry.builder()
            .id(Integer.toString(index))
            .messageBody(letter.body());
    if (!letter.attributes().isEmpty()) {
      entry.messageAttributes(
          letter.attributes().entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, attribute -> text(attribute.getValue()))));
    }
    return entry.build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static boolean isPassing(SdkException failure) {
    return switch (failure) {
      case SqsException error -> error.isThrottlingException() || error.statusCode() >= 500;
      case NonRetryableException _ -> false;
      case SdkClientException _ -> true;
      default -> false;
    };
  }

  /** Waits; returns false at once if the time left is not longer than the pause. */
  private static boolean pause(long millis) {
    if (Deadline.remaining().compareTo(Duration.ofMillis(millis)) <= 0) {
      return false;
    }
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The letters still to be sent, and those that were refused for good. */
  private static final class Outcome {
    private final List<Letter> due;
    private final List<Letter> refused = new ArrayList<>();

    Outcome(List<Letter> letters) {
      this.due = new ArrayList<>(letters);
    }

    List<List<Letter>> takeDue() {
      List<List<Letter>> batches = Batches.of(due);
      due.clear();
      return batches;
    }

    List<Letter> unsent() {
      List<Letter> unsent = new ArrayList<>(due);
      unsent.addAll(refused);
      return unsent;
    }
  }
}
