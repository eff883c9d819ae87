package org.jiuye.template;

import java.util.Optional;
import java.util.Set;

/** Reads queues. */
final class QueueReader {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "QueueName",
          "VisibilityTimeout",
          "MessageRetentionPeriod",
          "DelaySeconds",
          "RedrivePolicy",
          // Encryption and tags: the cloud's own affair.
          "SqsManagedSseEnabled",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "RedriveAllowPolicy",
          "Tags");
  private static final int FOUR_DAYS_IN_SECONDS = 345_600;

  private QueueReader() {}

  static Queue read(
      PhysicalNames.Resource resource, TemplateNode.Mapping mapping, PhysicalNames names) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    return new Queue(
        resource.logicalId(),
        ResourceReader.attribute(names, resource, "QueueName"),
        names.reference(resource),
        ResourceReader.attribute(names, resource, "Arn"),
        properties.seconds("VisibilityTimeout", 30),
        properties.seconds("MessageRetentionPeriod", FOUR_DAYS_IN_SECONDS),
        properties.seconds("DelaySeconds", 0),
        redrive(properties));
  }

  private static Optional<Queue.Redrive> redrive(Properties queue) {
    if (!queue.has("RedrivePolicy")) {
      return Optional.empty();
    }
    Properties policy =
        queue.nested("RedrivePolicy", Set.of("deadLetterTargetArn", "maxReceiveCount"));
    int maxReceiveCount = policy.number("maxReceiveCount", 0);
    if (maxReceiveCount < 1) {
      throw policy.refuse("maxReceiveCount must be at least 1");
    }
    return Optional.of(
        new Queue.Redrive(policy.requiredText("deadLetterTargetArn"), maxReceiveCount));
  }
}
