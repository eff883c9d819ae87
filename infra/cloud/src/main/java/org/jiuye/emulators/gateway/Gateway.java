package org.jiuye.emulators.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jiuye.emulators.access.AccessRequest;
import org.jiuye.emulators.access.DynamoDbAccess;
import org.jiuye.emulators.access.QueueAccess;
import org.jiuye.emulators.access.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What functions call instead of AWS: knows who calls, refuses what the role does not allow. */
public final class Gateway extends Handler.Abstract {

  /** The name of the connector behind which nothing is asked. */
  static final String DIRECT = "direct";

  private final Handler dynamoDb;
  private final Forwarder queues;
  private final Callers callers;
  private final DynamoDbAccess dynamoDbAccess;
  private final QueueAccess queueAccess;
  private final Faults faults;

  public Gateway(
      Handler dynamoDb,
      Forwarder queues,
      Callers callers,
      DynamoDbAccess dynamoDbAccess,
      QueueAccess queueAccess,
      Faults faults) {
    this.dynamoDb = dynamoDb;
    this.queues = queues;
    this.callers = callers;
    this.dynamoDbAccess = dynamoDbAccess;
    this.queueAccess = queueAccess;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String connector = request.getConnectionMetaData().getConnector().getName();
    if (DIRECT.equals(connector)) {
      return dynamoDb.handle(request, response, callback);
    }
    Optional<Target> target =
        Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).flatMap(Target::parse);
    if (target.isEmpty()) {
      AwsReply.unknownOperation().send(response, callback);
      return true;
    }
    boolean isSqs = target.get().service() == ServiceCall.Service.SQS;
    Optional<String> accessKey =
        Callers.accessKey(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    if (accessKey.isEmpty()) {
      AwsReply.missingToken().send(response, callback);
      return true;
    }
    Optional<Callers.Caller> caller = callers.find(accessKey.get());
    if (caller.isEmpty()) {
      AwsReply.unknownKey(isSqs).send(response, callback);
      return true;
    }
    serve(caller.get(), target.get(), request, response, callback);
    return true;
  }

  private void serve(
      Callers.Caller caller, Target target, Request request, Response response, Callback callback)
      throws Exception {
    ByteBuffer body = Content.Source.asByteBuffer(request);
    Role role = caller.role();
    if (role == null) {
      pass(target, request, body, response, callback);
      return;
    }
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(BufferUtil.toArray(body));
    } catch (JacksonException _) {
      AwsReply.malformed().send(response, callback);
      return;
    }
    Optional<Role.Refusal> refusal = role.findRefused(requests(target, json));
    if (refusal.isPresent()) {
      AwsReply.accessDenied(caller.arn(), refusal.get()).send(response, callback);
      return;
    }
    ServiceCall call =
        new ServiceCall(target.service(), target.operation(), caller.functionLogicalId());
    Optional<Faults.Fault> fault = faults.next(call);
    if (fault.isEmpty()) {
      pass(target, request, body, response, callback);
      return;
    }
    switch (fault.get()) {
      case TRANSACTION_CONFLICT ->
          (call.isTransactionalWrite()
                  ? AwsReply.transactionCanceled(json.path("TransactItems").size())
                  : AwsReply.transactionConflict())
              .send(response, callback);
      case THROTTLING -> AwsReply.throttled().send(response, callback);
      case INTERNAL_ERROR -> AwsReply.internalError().send(response, callback);
      case LOST_REPLY ->
          pass(
              target,
              request,
              body,
              new LostReply(request, response),
              LostReply.thenFail(response, callback));
    }
  }

  private List<AccessRequest> requests(Target target, JsonNode body) {
    return switch (target.service()) {
      case DYNAMO_DB -> dynamoDbAccess.of(target.operation(), body);
      case DYNAMO_DB_STREAMS -> dynamoDbAccess.ofStream(target.operation(), body);
      case SQS -> queueAccess.of(target.operation(), body);
    };
  }

  private void pass(
      Target target, Request request, ByteBuffer body, Response response, Callback callback)
      throws Exception {
    if (target.service() != ServiceCall.Service.SQS) {
      dynamoDb.handle(new BufferedRequest(request, body), response, callback);
      return;
    }
    try {
      queues.forward(request, body, response, callback);
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  /** What the header {@code X-Amz-Target} names. */
  private record Target(ServiceCall.Service service, String operation) {

    static Optional<Target> parse(String header) {
      int dot = header.indexOf('.');
      String operation = header.substring(dot + 1);
      return switch (header.substring(0, Math.max(dot, 0))) {
        case "DynamoDB_20120810" ->
            Optional.of(new Target(ServiceCall.Service.DYNAMO_DB, operation));
        case "DynamoDBStreams_20120810" ->
            Optional.of(new Target(ServiceCall.Service.DYNAMO_DB_STREAMS, operation));
        case "AmazonSQS" -> Optional.of(new Target(ServiceCall.Service.SQS, operation));
        default -> Optional.empty();
      };
    }
  }
}
