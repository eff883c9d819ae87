package org.jiuye.emulators.access;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What requests to SQS ask for. */
public final class QueueAccess {

  private static final String BATCH = "Batch";

  private final String arnOfQueues;

  /**
   * Names queues.
   *
   * @param arnOfQueues what every queue's ARN begins with
   */
  public QueueAccess(String arnOfQueues) {
    this.arnOfQueues = arnOfQueues;
  }

  /** What an operation asks for; IAM knows no actions of their own for batches. */
  public List<AccessRequest> of(String operation, JsonNode body) {
    String action =
        operation.endsWith(BATCH)
            ? operation.substring(0, operation.length() - BATCH.length())
            : operation;
    String url = body.path("QueueUrl").asString(body.path("QueueName").asString(""));
    String name = url.substring(url.lastIndexOf('/') + 1);
    return List.of(
        new AccessRequest("sqs:" + action, name.isEmpty() ? "*" : arnOfQueues + name, Map.of()));
  }
}
