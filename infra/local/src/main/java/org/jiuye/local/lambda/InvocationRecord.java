package org.jiuye.local.lambda;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Lambda reports of an event that it gives up.
 *
 * @param payload the event; handed on as it is, never compared
 * @param failures how often the function was invoked with it
 * @param last how the last of these ended, empty where the function never ran
 */
@SuppressWarnings("ArrayRecordComponent")
record InvocationRecord(
    String functionArn, byte[] payload, int failures, Optional<Invocation> last) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LATEST = "$LATEST";

  /** Why an event is given up. */
  enum Condition {
    RETRIES_EXHAUSTED("RetriesExhausted"),
    EVENT_AGE_EXCEEDED("EventAgeExceeded");

    private final String text;

    Condition(String text) {
      this.text = text;
    }

    /** Lambda's word for it. */
    String text() {
      return text;
    }
  }

  /** An event that the function has not been invoked with yet. */
  InvocationRecord(String functionArn, byte[] payload) {
    this(functionArn, payload, 0, Optional.empty());
  }

  /** The same with one failure more. */
  InvocationRecord after(Invocation failure) {
    return new InvocationRecord(functionArn, payload, failures + 1, Optional.of(failure));
  }

  /** Lambda's JSON. */
  String json(Condition condition) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", "1.0");
    json.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    json.putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", functionArn + ":" + LATEST)
        .put("condition", condition.text())
        .put("approximateInvokeCount", failures);
    json.set("requestPayload", JSON.readTree(payload));
    last.ifPresent(
        invocation -> {
          json.putObject("responseContext")
              .put("statusCode", 200)
              .put("executedVersion", LATEST)
              .put("functionError", "Unhandled");
          json.putObject("responsePayload").put("errorType", errorType(invocation));
        });
    return JSON.writeValueAsString(json);
  }

  /** The function's message stays out: nobody has checked what it holds. */
  private static String errorType(Invocation failure) {
    return failure instanceof Invocation.Failed failed ? failed.errorType() : "Sandbox.Timedout";
  }
}
