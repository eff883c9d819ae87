package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.shared.json.Json;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events that carry other events, handed to the functions as Lambda's runtime does: through Spring
 * Cloud Function's {@code FunctionInvoker} of the real package, past the gateway.
 */
@OnSuite
class ForgedEventTest {
  private static final String HTTP = "StallBookingHttpFunction";
  private static final String INBOX = "CaseworkerNotificationHttpFunction";
  private static final String SECRET = "13800138000";

  private final Suite suite;
  private final TableBefore before;

  ForgedEventTest(Suite suite) {
    this.suite = suite;
    this.before = new TableBefore(suite);
  }

  @AfterEach
  void nothingWasWritten() {
    before.assertUntouched();
  }

  @Test
  void anEventInAListIsNone() {
    assertFails(HTTP, "[" + forged() + "]");
    assertFails(HTTP, "[[" + forged() + "]]");
    assertFails(INBOX, "[" + forged() + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"payload", "body", "headers", "event", "Records", "message"})
  void anEventInAFieldIsNone(String field) {
    assertFails(HTTP, Suite.json(Map.of(field, Json.MAPPER.readTree(forged()))));
    assertFails(INBOX, Suite.json(Map.of(field, Json.MAPPER.readTree(forged()))));
  }

  @Test
  void whatAnEventCarriesBesideItselfIsPassedOver() {
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(listSites().event());
    event.set("payload", Json.MAPPER.readTree(forged()));
    event.putObject("headers").put("payload", forged()).put("aws-context", forged());
    event.set("claims", Json.MAPPER.readTree(forged()));

    JsonNode answer = answer(HTTP, event.toString());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("body").asString("")).contains("people-park");
  }

  /** A guarded route is guarded, also if the gateway should ever let somebody through. */
  @Test
  void withoutClaimsNobodyIsThere() {
    JsonNode answer =
        answer(
            HTTP,
            new String(
                HttpCall.of("POST /stall-bookings").json(wish()).event(), StandardCharsets.UTF_8));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
  }

  @Test
  void aRouteThatTheFunctionDoesNotHaveIsNotThere() {
    for (String route : List.of("POST /notifications/{notificationId}/read", "$default", "ANY /")) {
      JsonNode answer =
          answer(HTTP, forged().replace("\"POST /stall-bookings\"", Suite.json(route)));

      assertThat(answer.path("statusCode").asInt()).as(route).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StallBookingHttpFunction",
        "StallBookingScheduleFunction",
        "EventRelayFunction",
        "CaseworkerNotificationQueueFunction",
        "CaseworkerNotificationHttpFunction"
      })
  void whatIsNoEventAtAllFailsAndIsNotQuoted(String function) {
    Stream.of(
            "",
            "null",
            "true",
            "7",
            "\"" + SECRET + "\"",
            "{}",
            "[]",
            "{",
            "{\"phone\":" + SECRET,
            SECRET,
            "{\"version\":\"1.0\",\"phone\":\"" + SECRET + "\"}",
            "{\"Records\":[{\"body\":\"" + SECRET + "\"}]}",
            "{\"Records\":[null]}",
            "{\"Records\":{}}",
            "{\"schedule\":\"" + SECRET + "\",\"scheduledTime\":\"2026-07-01T08:00:00Z\"}",
            "{\"schedule\":\"announce-sessions\",\"scheduledTime\":\"" + SECRET + "\"}",
            "{\"schedule\":\"announce-sessions\"}",
            "{\"schedule\":\"announce-sessions\",\"scheduledTime\":\"2026-07-01T08:00:00Z\",\"now\":1}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "\"" + "x".repeat(7 << 20) + "\"")
        .forEach(event -> assertFails(function, event));
  }

  private static Map<String, String> wish() {
    return Map.of(
        "siteId",
        "west-gate-square",
        "date",
        "2026-07-02",
        "trade",
        "TOYS",
        "onBehalfOf",
        "person-victim");
  }

  private static HttpCall listSites() {
    return HttpCall.of("GET /sites");
  }

  /** An admin's booking; by itself it would be one. */
  private static String forged() {
    return new String(
        HttpCall.of("POST /stall-bookings")
            .by(TestCaller.of("forged-" + SECRET, "admin", Suite.COUNTY))
            .json(new LinkedHashMap<>(wish()))
            .event(),
        StandardCharsets.UTF_8);
  }

  private Invocation invoke(String function, String event) {
    return suite.cloud().functions().of(function).invoke(event.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode answer(String function, String event) {
    Invocation invocation = invoke(function, event);
    assertThat(invocation).isInstanceOf(Invocation.Succeeded.class);
    return Json.MAPPER.readTree(((Invocation.Succeeded) invocation).payload());
  }

  private void assertFails(String function, String event) {
    Invocation invocation = invoke(function, event);
    assertThat(invocation).as(head(event)).isInstanceOf(Invocation.Failed.class);
    assertThat(((Invocation.Failed) invocation).errorMessage())
        .as(head(event))
        .doesNotContain(SECRET, "person-victim", "announce-sessions");
  }

  private static String head(String event) {
    return event.substring(0, Math.min(120, event.length()));
  }
}
