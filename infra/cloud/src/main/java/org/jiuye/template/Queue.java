package org.jiuye.template;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS standard queue.
 *
 * @param url what {@code !Ref} gives
 * @param redrive where messages go that were received too often, empty where nowhere
 */
public record Queue(
    String logicalId,
    String name,
    String url,
    String arn,
    Duration visibilityTimeout,
    Duration messageRetention,
    Duration delay,
    Optional<Redrive> redrive) {

  /**
   * Where a message goes that keeps failing.
   *
   * @param maxReceiveCount receives after which a message moves on, at least 1
   */
  public record Redrive(String deadLetterQueueArn, int maxReceiveCount) {}
}
