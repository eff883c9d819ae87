package org.jiuye.emulators.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jiuye.emulators.access.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as AWS answers it.
 *
 * @param queryError SQS's older name of the error, by which the SDK still knows it
 */
record AwsReply(int status, String queryError, Map<String, Object> body) {

  private static final String DYNAMO_DB = "com.amazonaws.dynamodb.v20120810#";
  private static final String COMMON = "com.amazon.coral.service#";

  static AwsReply missingToken() {
    return error(
        400,
        COMMON + "MissingAuthenticationTokenException",
        "MissingAuthenticationToken",
        "Request must contain a valid (registered) AWS access key ID");
  }

  static AwsReply unknownKey(boolean isSqs) {
    return error(
        isSqs ? 403 : 400,
        COMMON + (isSqs ? "InvalidClientTokenId" : "UnrecognizedClientException"),
        "InvalidClientTokenId",
        "The security token included in the request is invalid.");
  }

  static AwsReply unknownOperation() {
    return error(
        400, COMMON + "UnknownOperationException", "InvalidAction", "The operation is not known");
  }

  static AwsReply malformed() {
    return error(
        400, COMMON + "SerializationException", "MalformedInput", "The request is not JSON");
  }

  static AwsReply accessDenied(String callerArn, Role.Refusal refusal) {
    return error(
        400,
        COMMON + "AccessDeniedException",
        "AccessDenied",
        "User: %s is not authorized to perform: %s on resource: %s %s"
            .formatted(
                callerArn,
                refusal.request().action(),
                refusal.request().resource(),
                refusal.reason()));
  }

  static AwsReply transactionConflict() {
    return error(
        400,
        DYNAMO_DB + "TransactionConflictException",
        "TransactionConflict",
        "Transaction is ongoing for the item");
  }

  /** A cancelled transaction of some items, the first of which met another transaction. */
  static AwsReply transactionCanceled(int items) {
    List<String> codes = new ArrayList<>();
    List<Map<String, String>> reasons = new ArrayList<>();
    for (int i = 0; i < Math.max(items, 1); i++) {
      String code = i == 0 ? "TransactionConflict" : "None";
      codes.add(code);
      reasons.add(
          i == 0
              ? Map.of("Code", code, "Message", "Transaction is ongoing for the item")
              : Map.of("Code", code));
    }
    AwsReply reply =
        error(
            400,
            DYNAMO_DB + "TransactionCanceledException",
            "TransactionCanceled",
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + codes);
    reply.body.put("CancellationReasons", reasons);
    return reply;
  }

  static AwsReply throttled() {
    return error(
        400,
        DYNAMO_DB + "ProvisionedThroughputExceededException",
        "Throttling",
        "The level of configured provisioned throughput for the table was exceeded");
  }

  static AwsReply internalError() {
    return error(
        500, DYNAMO_DB + "InternalServerError", "InternalFailure", "Internal server error");
  }

  void send(Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response
        .getHeaders()
        .put("x-amzn-query-error", queryError + (status < 500 ? ";Sender" : ";Receiver"));
    response.write(true, ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(body)), callback);
  }

  private static AwsReply error(int status, String type, String queryError, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("__type", type);
    body.put("message", message);
    body.put("Message", message);
    return new AwsReply(status, queryError, body);
  }
}
