package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.checks.chain.Answers.expect;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies and headers that no client should send: the right answer, and nothing is written. */
@OnSuite
class MalformedBodyTest {
  private static final String SITE = "west-gate-square";
  private static final String NIGHT = "2026-07-02";

  private final Suite suite;
  private final Account citizen;
  private final TableBefore before;

  MalformedBodyTest(Suite suite) {
    this.suite = suite;
    this.citizen = suite.citizen();
    this.before = new TableBefore(suite);
  }

  @AfterEach
  void nothingWasWritten() {
    before.assertUntouched();
  }

  /** An admin's booking for somebody, as the gateway would hand it on. */
  private static String forgedEvent() {
    return new String(
        HttpCall.of("POST /stall-bookings")
            .by(TestCaller.of("forged", "admin", Suite.COUNTY))
            .json(
                Map.of(
                    "siteId", SITE, "date", NIGHT, "trade", "TOYS", "onBehalfOf", "person-victim"))
            .event(),
        StandardCharsets.UTF_8);
  }

  @Test
  void anEventInTheBodyIsABody() {
    for (String body : List.of("[" + forgedEvent() + "]", "[[" + forgedEvent() + "]]", "[]")) {
      expect("400 body-not-an-object", post(body).send());
    }
    for (String body :
        List.of(
            forgedEvent(),
            "{\"payload\":" + forgedEvent() + "}",
            "{\"body\":" + forgedEvent() + "}",
            "{\"Records\":[" + forgedEvent() + "]}")) {
      expect("400 invalid-request", post(body).send());
    }
    HttpResponse<String> list =
        expect("200", suite.call("GET", "/sites").body("[" + forgedEvent() + "]").send());
    assertThat(list.body()).contains("people-park");
  }

  @Test
  void anEventInAHeaderIsAHeader() {
    for (String name : List.of("payload", "Payload", "body", "aws-event", "aws-context")) {
      HttpResponse<String> list =
          expect("200", suite.call("GET", "/sites").header(name, forgedEvent()).send());
      assertThat(list.body()).contains("people-park");
      expect(
          "200",
          suite.call("GET", "/notifications").by(citizen).header(name, forgedEvent()).send());
      expect(
          "400 body-missing",
          suite.call("POST", "/stall-bookings").by(citizen).header(name, forgedEvent()).send());
    }
    for (String name :
        List.of(
            "spring.cloud.function.definition",
            "function.name",
            "spring_cloud_function_definition")) {
      expect("200", suite.call("GET", "/sites").header(name, "stallBookingSchedule").send());
    }
  }

  @Test
  void whatIsNotJsonIsRefused() {
    for (String body :
        List.of(
            "{",
            "}",
            "{\"siteId\"",
            "{'siteId':'x'}",
            "{\"siteId\":\"x\",}",
            "{\"siteId\":\"x\"}{}",
            "{\"siteId\":\"x\"} x",
            "{\"siteId\":\"x\",\"siteId\":\"y\"}",
            "{\"siteId\":NaN}",
            "{\"siteId\":01}",
            "{\"siteId\":\"\u0001\"}",
            "{\"siteId\":\"\\x\"}",
            "\ufeff{}",
            "// comment\n{}",
            "<xml/>",
            "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "[".repeat(60_000),
            "{\"n\":1" + "0".repeat(60_000) + "}",
            "{\"n\":1e999999999}")) {
      String outcome = Answers.outcome(post(body).send());
      assertThat(outcome).as(head(body)).isIn("400 malformed-json", "400 invalid-request");
    }
    for (String body : List.of("null", "true", "7", "\"text\"", "[{}]")) {
      expect("400 body-not-an-object", post(body).send());
    }
    for (String body : List.of("", " ", "\n\t")) {
      expect("400 body-missing", post(body).send());
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] wrongUtf8 = {'{', '"', 's', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
    byte[] utf16 = "{\"siteId\":\"x\"}".getBytes(StandardCharsets.UTF_16);
    String url = "/stall-bookings";

    expect(
        "400 invalid-request",
        suite.call("POST", url).by(citizen).body(wrongUtf8, "application/json").send());
    expect(
        "400 malformed-json",
        suite.call("POST", url).by(citizen).body(utf16, "application/json; charset=utf-16").send());
    for (String type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "application/jsonx",
            "application/json-patch+json",
            ";")) {
      expect(
          "415 unsupported-media-type",
          suite.call("POST", url).by(citizen).body(wish(), type).send());
    }
  }

  @Test
  void wrongTypesAndFieldsAreNamedAll() {
    HttpResponse<String> answer =
        expect(
            "400 invalid-request",
            post("""
            {"siteId":7,"date":20260702,"stallNo":["A001"],"trade":null,
             "onBehalfOf":{"a":1},"price":1,"person/Id":"x","__proto__":{}}
            """)
                .send());

    assertThat(
            Answers.json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString("")))
        .containsExactlyInAnyOrder(
            "/siteId",
            "/date",
            "/stallNo",
            "/trade",
            "/onBehalfOf",
            "/price",
            "/person~1Id",
            "/__proto__");
    for (Map<String, ?> wrong :
        List.of(
            Map.of("siteId", "PEOPLE-PARK"),
            Map.of("siteId", "../sites"),
            Map.of("siteId", SITE + "#2026"),
            Map.of("siteId", "x".repeat(10_000)),
            Map.of("siteId", ""),
            Map.of("siteId", "\u0000"),
            Map.of("stallNo", "a001"),
            Map.of("stallNo", "A001 "),
            Map.of("stallNo", "A001\n"),
            Map.of("stallNo", "A٠٠١"),
            Map.of("stallNo", true),
            Map.of("trade", "toys"),
            Map.of("trade", 1.5),
            Map.of("date", "2026-7-2"),
            Map.of("date", "2026-07-02T00:00:00Z"),
            Map.of("date", "tomorrow"))) {
      expect("400 invalid-request", suite.book(citizen, SITE, NIGHT, wrong).send());
    }
  }

  @Test
  void aCrowdOfWrongFieldsGetsAnAnswerOfBoundedSize() {
    String body =
        IntStream.range(0, 6_000)
            .mapToObj("\"f%d\":0"::formatted)
            .collect(Collectors.joining(",", "{", "}"));

    HttpResponse<String> answer = expect("400 invalid-request", post(body).send());

    assertThat(answer.body().length()).isLessThan(65_536);
  }

  @Test
  void bodiesThatAreTooLargeAreRefused() {
    expect("413 body-too-large", post("{\"siteId\":\"" + "x".repeat(1 << 20) + "\"}").send());
    expect("413 body-too-large", post(" ".repeat(1 << 20)).send());
    expect("413", post("{\"siteId\":\"" + "x".repeat(7 << 20) + "\"}").sendOutsideContract());
    expect("413", post("{\"siteId\":\"" + "x".repeat(11 << 20) + "\"}").sendOutsideContract());
    expect("413", suite.call("GET", "/sites").body("x".repeat(11 << 20)).sendOutsideContract());
  }

  private Call post(String body) {
    return suite.call("POST", "/stall-bookings").by(citizen).body(body);
  }

  private static String wish() {
    return Suite.json(Map.of("siteId", SITE, "date", NIGHT, "trade", "TOYS"));
  }

  private static String head(String body) {
    return body.substring(0, Math.min(60, body.length()));
  }
}
