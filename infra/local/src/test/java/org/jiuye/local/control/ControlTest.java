package org.jiuye.local.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jiuye.local.lambda.Invocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {

  private static final String RUNS = "/_local/schedules/" + ControlledCloud.NIGHTLY + "/runs";

  private ControlledCloud cloud;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    cloud = ControlledCloud.start(folder);
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @AfterEach
  void giveTheRealTimeBack() {
    cloud.clock.reset();
  }

  private void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = cloud.json(response);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").stringValue()).isEqualTo(code);
    assertThat(problem.get("detail").stringValue()).isNotBlank();
  }

  @Test
  void theClockIsMovedAndGivenBack() {
    JsonNode moved =
        cloud.json(cloud.post("/_local/clock", "{\"now\": \"2026-12-01T08:00:00+08:00\"}"));

    assertThat(moved.get("set").booleanValue()).isTrue();
    assertThat(moved.get("now").stringValue()).startsWith("2026-12-01T08:00:0").endsWith("+08:00");
    assertThat(cloud.clock.instant())
        .isCloseTo(Instant.parse("2026-12-01T00:00:00Z"), within(1, ChronoUnit.MINUTES));

    JsonNode back = cloud.json(cloud.post("/_local/clock", "{\"now\": null}"));

    assertThat(back.get("set").booleanValue()).isFalse();
    JsonNode shown = cloud.json(cloud.get("/_local/clock"));
    assertThat(OffsetDateTime.parse(shown.get("now").stringValue()).toInstant())
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"now\": \"2026-12-01T08:00:00\"}",
        "{\"now\": 1}",
        "{\"then\": null}",
        "",
        "null"
      })
  void aClockIsNotMovedToNonsense(String body) {
    assertProblem(cloud.post("/_local/clock", body), 400, "invalid-request");
    assertThat(cloud.clock.isSet()).isFalse();
  }

  @Test
  void aScheduleIsRunByHand() {
    cloud.nextRun(ControlledCloud.answer("{\"announced\": 3}"));

    var response = cloud.post(RUNS, "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(cloud.json(response).at("/result/announced").intValue()).isEqualTo(3);
  }

  @Test
  void anUnknownScheduleIsNotFoundAndTheKnownAreNamed() {
    var response = cloud.post("/_local/schedules/no%20such/runs", "");

    assertProblem(response, 404, "schedule-unknown");
    assertThat(cloud.json(response).get("detail").stringValue())
        .contains("no such", ControlledCloud.NIGHTLY);
  }

  @Test
  void aRunThatFailsIsTold() {
    cloud.nextRun(new Invocation.Failed("java.lang.IllegalStateException", "why"));
    assertProblem(cloud.post(RUNS, ""), 502, "function-failed");
    cloud.nextRun(new Invocation.TimedOut());
    assertProblem(cloud.post(RUNS, ""), 502, "function-timed-out");
    cloud.nextRun(new Invocation.Throttled());
    assertProblem(cloud.post(RUNS, ""), 502, "function-throttled");
    cloud.nextRun(ControlledCloud.answer("no JSON"));
    assertProblem(cloud.post(RUNS, ""), 502, "function-failed");
  }

  @Test
  void queuesAreShownWithTheirDepths() {
    String url = cloud.emulated.template().queues().getFirst().url();
    for (int i = 0; i < 3; i++) {
      cloud.emulated.sqs().sendMessage(send -> send.queueUrl(url).messageBody("m"));
    }
    cloud.emulated.sqs().receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(1));
    cloud.emulated.sqs().sendMessage(send -> send.queueUrl(url).messageBody("m").delaySeconds(900));

    var response = cloud.get("/_local/queues");

    assertThat(cloud.json(response))
        .isEqualTo(
            ControlledCloud.JSON.readTree(
                """
                {"queues": [
                  {"name": "jiuye-WorkQueue", "visible": 2, "inFlight": 1, "delayed": 1,
                   "isDeadLetterQueue": false},
                  {"name": "jiuye-WorkDeadLetterQueue", "visible": 0, "inFlight": 0, "delayed": 0,
                   "isDeadLetterQueue": true},
                  {"name": "jiuye-ScheduleDeadLetterQueue", "visible": 0, "inFlight": 0,
                   "delayed": 0, "isDeadLetterQueue": true},
                  {"name": "jiuye-FailedRunQueue", "visible": 0, "inFlight": 0, "delayed": 0,
                   "isDeadLetterQueue": true}
                ]}
                """));
  }

  @Test
  void theStateShowsWhatTheTemplateDeclaresAndWhoWorksInTheCounty() {
    cloud
        .emulated
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(cloud.emulated.template().tables().getFirst().name())
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("COUNTY#CASEWORKERS"),
                            "sk", AttributeValue.fromS("CASEWORKER#c-1"),
                            "personId", AttributeValue.fromS("c-1"),
                            "name", AttributeValue.fromS("张丽"),
                            "role", AttributeValue.fromS("caseworker"),
                            "divisions",
                                AttributeValue.fromL(List.of(AttributeValue.fromS("130529100"))),
                            "seedHash", AttributeValue.fromS("x"),
                            "sample", AttributeValue.fromBool(true))));

    JsonNode state = cloud.json(cloud.get("/_local/state"));

    assertThat(state.get("functions"))
        .isEqualTo(
            ControlledCloud.JSON.readTree(
                """
                [{"name": "EchoFunction", "state": "READY", "memoryMebibytes": 512,
                  "timeoutSeconds": 20,
                  "triggers": ["GET /who", "ANY /{proxy+}", "jiuye-nightly"]}]
                """));
    assertThat(state.get("routes"))
        .isEqualTo(
            ControlledCloud.JSON.readTree(
                """
                [{"routeKey": "GET /who", "function": "EchoFunction", "public": false},
                 {"routeKey": "ANY /{proxy+}", "function": "EchoFunction", "public": true}]
                """));
    assertThat(state.get("schedules"))
        .isEqualTo(
            ControlledCloud.JSON.readTree(
                """
                [{"name": "jiuye-nightly", "expression": "cron(0 2 * * ? *)",
                  "timeZone": "Asia/Shanghai", "function": "EchoFunction",
                  "nextRun": "2026-07-02T02:00:00+08:00", "lastRun": null}]
                """));
    assertThat(state.get("caseworkers"))
        .isEqualTo(
            ControlledCloud.JSON.readTree(
                """
                [{"personId": "c-1", "name": "张丽", "role": "caseworker",
                  "divisions": ["130529100"], "sample": true}]
                """));
    assertThat(state.get("queues")).hasSize(4);
    assertThat(state.at("/clock/set").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_local",
        "/_local/",
        "/_local/nothing",
        "/_local/assets/x.js",
        "/_local/tokens/"
      })
  void anUnknownLocalPathIsNotFoundThoughTheTemplateHasARouteForEverything(String path) {
    assertProblem(cloud.get(path), 404, "not-found");
  }

  @Test
  void aWrongMethodIsToldTheRightOne() {
    assertProblem(cloud.get("/_local/tokens"), 405, "method-not-allowed");
    assertProblem(cloud.post("/_local/state", ""), 405, "method-not-allowed");
    assertProblem(
        cloud.send(cloud.request("/_local/clock").PUT(BodyPublishers.noBody())),
        405,
        "method-not-allowed");
  }

  @Test
  void pagesOfOtherOriginsGetNoTokens() {
    assertProblem(
        cloud.send(
            cloud
                .request("/_local/tokens")
                .header("origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{\"sub\": \"x\", \"role\": \"admin\"}"))),
        403,
        "foreign-origin");
    assertThat(
            cloud
                .send(
                    cloud
                        .request("/_local/tokens")
                        .header("origin", cloud.address().toString())
                        .POST(BodyPublishers.ofString("{\"sub\": \"x\", \"role\": \"admin\"}")))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theIssuerIsDiscoverable() {
    JsonNode discovery = cloud.json(cloud.get("/_local/issuer/.well-known/openid-configuration"));

    assertThat(discovery.get("issuer").stringValue()).isEqualTo(cloud.address() + "/_local/issuer");
    assertThat(discovery.get("jwks_uri").stringValue())
        .isEqualTo(cloud.address() + "/_local/issuer/keys");
    assertThat(cloud.json(cloud.get("/_local/issuer/keys")).get("keys")).hasSize(1);
  }
}
