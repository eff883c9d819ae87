package org.jiuye.local.source;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiuye.template.LambdaFunction;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports records that a mapping gives up to its on-failure queue: where they stand in the stream,
 * not what they say.
 */
final class GivenUpRecords implements GivenUp {

  private static final Logger LOGGER = System.getLogger(GivenUpRecords.class.getName());
  private static final JsonMapper JSON = new JsonMapper();

  private final LambdaFunction function;
  private final String streamArn;
  private final SqsClient sqs;
  private final Optional<String> queueUrl;

  /**
   * Reports to a queue.
   *
   * @param queueUrl empty where the mapping has no on-failure destination
   */
  GivenUpRecords(
      LambdaFunction function, String streamArn, SqsClient sqs, Optional<String> queueUrl) {
    this.function = function;
    this.streamArn = streamArn;
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void report(String shardId, List<Record> records, Reason reason, int invocations) {
    LOGGER.log(
        Level.ERROR,
        "{0}: {1} records of the stream given up: {2}",
        function.logicalId(),
        records.size(),
        reason.condition());
    queueUrl.ifPresent(
        url -> {
          String body = pointer(shardId, records, reason, invocations);
          sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
        });
  }

  private String pointer(String shardId, List<Record> records, Reason reason, int invocations) {
    ObjectNode pointer = JSON.createObjectNode();
    pointer
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", function.arn())
        .put("condition", reason.condition())
        .put("approximateInvokeCount", invocations);
    if (invocations > 0) {
      pointer
          .putObject("responseContext")
          .put("statusCode", 200)
          .put("executedVersion", "$LATEST")
          .put("functionError", "Unhandled");
    }
    pointer.put("version", "1.0").put("timestamp", Instant.now().toString());
    pointer
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shardId)
        .put("startSequenceNumber", records.getFirst().dynamodb().sequenceNumber())
        .put("endSequenceNumber", records.getLast().dynamodb().sequenceNumber())
        .put("approximateArrivalOfFirstRecord", arrival(records.getFirst()))
        .put("approximateArrivalOfLastRecord", arrival(records.getLast()))
        .put("batchSize", records.size())
        .put("streamArn", streamArn);
    return JSON.writeValueAsString(pointer);
  }

  private static String arrival(Record record) {
    return record.dynamodb().approximateCreationDateTime().toString();
  }
}
