package org.jiuye.shared.aws;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jiuye.shared.invocation.Deadline;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Repeats calls to AWS that failed for a passing reason: colliding transactions, throttling, faults
 * of the service, lost connections. The pauses between calls grow and are jittered. A condition
 * that did not hold is a verdict and is not repeated.
 */
public final class Retry {
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;
  private static final List<String> PASSING_REASONS =
      List.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private Retry() {}

  /**
   * Repeats a call until it gives an answer or a verdict.
   *
   * @throws ContentionException when the invocation's time is over before that
   */
  public static <T> T untilVerdict(Supplier<T> call) {
    return Deadline.ensure(() -> loop(call));
  }

  private static <T> T loop(Supplier<T> call) {
    long ceiling = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        return call.get();
      } catch (SdkException failure) {
        if (!isPassing(failure)) {
          throw failure;
        }
        long pause = ThreadLocalRandom.current().nextLong(ceiling) + 1;
        if (Deadline.remaining().compareTo(Duration.ofMillis(pause)) <= 0) {
          throw new ContentionException(failure);
        }
        pause(pause, failure);
        ceiling = Math.min(ceiling * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private static boolean isPassing(SdkException failure) {
    return switch (failure) {
      case TransactionCanceledException canceled -> isPassing(canceled.cancellationReasons());
      case TransactionConflictException _, TransactionInProgressException _ -> true;
      case AwsServiceException error -> error.isThrottlingException() || error.statusCode() >= 500;
      case SdkClientException client -> client.retryable() || isLostConnection(client);
      default -> false;
    };
  }

  /** The SDK marks lost connections as retryable only for its own retries, which are off. */
  private static boolean isLostConnection(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static boolean isPassing(List<CancellationReason> reasons) {
    return !reasons.isEmpty()
        && reasons.stream().allMatch(reason -> PASSING_REASONS.contains(reason.code()));
  }

  private static void pause(long millis, SdkException failure) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new ContentionException(failure);
    }
  }
}
