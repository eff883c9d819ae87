package org.jiuye.emulators;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiuye.emulators.queue.DeadLettersFirst;
import org.jiuye.template.Queue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import tools.jackson.databind.json.JsonMapper;

/** Makes the template's queues that do not exist yet. */
final class QueueMaker {

  private final SqsClient sqs;

  QueueMaker(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** Makes queues with what the template says of them. */
  void make(List<Queue> queues) {
    DeadLettersFirst.order(queues).stream().filter(this::isMissing).forEach(this::create);
  }

  private boolean isMissing(Queue queue) {
    try {
      sqs.getQueueUrl(request -> request.queueName(queue.name()));
      return false;
    } catch (QueueDoesNotExistException _) {
      return true;
    }
  }

  private void create(Queue queue) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT,
        String.valueOf(queue.visibilityTimeout().toSeconds()));
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
        String.valueOf(queue.messageRetention().toSeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, String.valueOf(queue.delay().toSeconds()));
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    JsonMapper.shared()
                        .writeValueAsString(
                            Map.of(
                                "deadLetterTargetArn", redrive.deadLetterQueueArn(),
                                "maxReceiveCount", redrive.maxReceiveCount()))));
    sqs.createQueue(request -> request.queueName(queue.name()).attributes(attributes));
  }
}
