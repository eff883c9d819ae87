package org.jiuye.checks;

import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.template.Queue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How full queues are. */
public final class QueueDepth {
  private QueueDepth() {}

  /** How many messages are in a queue, those that are being handled or delayed included. */
  public static int of(EmulatedCloud cloud, Queue queue) {
    return cloud
        .sqs()
        .getQueueAttributes(
            get ->
                get.queueUrl(queue.url())
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }
}
