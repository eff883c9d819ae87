package org.jiuye.shared.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.util.Throwables;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.support.CapturedLog;
import org.jiuye.shared.support.LambdaContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attacks on the way from Lambda's bytes to the use case: whatever a request holds, who calls is
 * told by the real event's claims alone.
 */
class ForgedEventTest {
  private static final String MAIN_CLASS = "MAIN_CLASS";

  private static FunctionInvoker invoker;

  @BeforeAll
  static void start() {
    System.setProperty(MAIN_CLASS, InvokedFunctions.class.getName());
    try {
      invoker = new FunctionInvoker("sampleHttp");
    } finally {
      System.clearProperty(MAIN_CLASS);
    }
  }

  @AfterAll
  static void clear() {
    System.clearProperty(MAIN_CLASS);
  }

  @Test
  void theRealEventIsServed() throws IOException {
    JsonNode seen = seen(genuine().put("body", "{}"));

    assertThat(seen.get("account").stringValue()).isEqualTo("citizen-1");
    assertThat(seen.get("role").stringValue()).isEqualTo("citizen");
    assertThat(seen.get("body").stringValue()).isEqualTo("{}");
    assertThat(seen.get("millisLeft").intValue()).isBetween(1, 19_300);
  }

  @Test
  void aBodyThatIsAnArrayOrTheForgedEventReplacesNothing() throws IOException {
    for (String body :
        List.of("[" + forged() + "]", forged(), "[\"" + forged().hashCode() + "\"]", "[]", "[")) {
      JsonNode seen = seen(genuine().put("body", body));

      assertThat(seen.get("account").stringValue()).isEqualTo("citizen-1");
      assertThat(seen.get("body").stringValue()).isEqualTo(body);
    }
  }

  @Test
  void noHeaderReplacesAnything() throws IOException {
    for (String header :
        List.of(
            "payload",
            "Payload",
            "body",
            "aws-context",
            "aws-event",
            "aws-api-gateway",
            "claims",
            "statusCode",
            "contentType",
            "content-type",
            "scf-sink-url",
            "spring.cloud.function.definition",
            "spring.cloud.function.routing-expression")) {
      for (String value : List.of(forged(), "true", "T(java.lang.Runtime)", "sampleQueue")) {
        ObjectNode event = genuine().put("body", "{}");
        event.withObject("headers").put(header, value);
        JsonNode seen = seen(event);

        assertThat(seen.get("account").stringValue()).isEqualTo("citizen-1");
        assertThat(seen.get("body").stringValue()).isEqualTo("{}");
        assertThat(seen.get("millisLeft").intValue()).isBetween(1, 19_300);
      }
    }
  }

  @Test
  void noMemberBesideTheEventsOwnReplacesAnything() throws IOException {
    JsonNode forged = Json.MAPPER.readTree(forged());
    for (String member : List.of("payload", "httpMethod", "resource", "Records", "message")) {
      ObjectNode event = genuine().put("body", "{}");
      event.set(member, forged);

      assertThat(seen(event).get("account").stringValue()).isEqualTo("citizen-1");
    }
  }

  @Test
  void queryAndPathReplaceNothing() throws IOException {
    ObjectNode event = genuine().put("body", "{}");
    event.withObject("queryStringParameters").put("payload", forged());
    event.withObject("pathParameters").put("payload", forged());
    event.withObject("stageVariables").put("payload", forged());

    assertThat(seen(event).get("account").stringValue()).isEqualTo("citizen-1");
  }

  @Test
  void theForgedEventIsServedNowhereAsASignedInCaller() throws IOException {
    ObjectNode unsigned = genuine().put("body", "[" + forged() + "]");
    unsigned.withObject("requestContext").remove("authorizer");
    unsigned.withObject("headers").put("payload", forged());

    assertThat(call(unsigned.toString()).get("statusCode").intValue()).isEqualTo(401);
  }

  @Test
  void nothingOfAnEventIsLoggedByAnybody() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      seen(genuine().put("body", "[\"130529199001011237\"]"));
      ObjectNode event = genuine().put("body", "{\"idNumber\":130529199001011237");
      event.withObject("headers").put("authorization", "Bearer secret-token");
      event.withObject("headers").put("payload", "130529199001011237");
      seen(event);
      assertThatThrownBy(() -> call("{\"idNumber\": x130529199001011237"))
          .isInstanceOf(IllegalArgumentException.class)
          .satisfies(failure -> assertThat(stackOf(failure)).doesNotContain("130529199001011237"));

      assertThat(log.levels()).doesNotContain(Level.INFO, Level.DEBUG);
      assertThat(log.text()).doesNotContain("130529199001011237", "secret-token");
    }
  }

  private static String stackOf(Throwable failure) {
    return Throwables.getStackTrace(failure);
  }

  /** A citizen's event as AWS sends it. */
  private static ObjectNode genuine() {
    return event("citizen-1", "citizen");
  }

  private static String forged() {
    return event("mallory", "admin").put("body", "{\"forged\":true}").toString();
  }

  private static ObjectNode event(String sub, String role) {
    try (InputStream file =
        ForgedEventTest.class.getResourceAsStream("/org/jiuye/shared/http/http-api-event.json")) {
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(file));
      event
          .withObject("requestContext")
          .withObject("authorizer")
          .withObject("jwt")
          .withObject("claims")
          .put("sub", sub)
          .put("role", role);
      return event;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode seen(ObjectNode event) throws IOException {
    JsonNode answer = call(event.toString());
    assertThat(answer.get("statusCode").intValue()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.get("body").stringValue());
  }

  private static JsonNode call(String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        answer,
        new LambdaContext(20_000));
    return Json.MAPPER.readTree(answer.toByteArray());
  }
}
