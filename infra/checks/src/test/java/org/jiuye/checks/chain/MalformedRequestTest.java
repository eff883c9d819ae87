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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What no client should send: it gets the right answer, and the table stays as it was. */
@ExtendWith(SharedSuite.class)
class MalformedRequestTest {
  private static final String SITE = "west-gate-square";
  private static final String NIGHT = "2026-07-02";

  private final Suite suite;
  private final Account citizen;
  private Map<String, Map<String, AttributeValue>> before = Map.of();

  MalformedRequestTest(Suite suite) {
    this.suite = suite;
    this.citizen = suite.citizen();
  }

  @BeforeEach
  void look() {
    suite.awaitQuiet();
    before = suite.stored().items();
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(suite.stored().items()).isEqualTo(before);
    suite.awaitQuiet();
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
  void impossibleDatesAreNone() {
    for (String date :
        List.of(
            "2026-02-30",
            "2026-13-01",
            "2026-00-10",
            "2025-02-29",
            "2026-07-32",
            "0000-00-00",
            "+2026-07-02",
            "-2026-07-02",
            "２０２６-07-02",
            "2026-07-02 ",
            "9999-99-99")) {
      expect("400 invalid-request", suite.book(citizen, SITE, date, Map.of()).send());
    }
    for (String date : List.of("2026-02-30", "x", "2026-07-02T", "..", "0000-00-00")) {
      expect(
          "400 invalid-request", suite.call("GET", "/sites/" + SITE + "/sessions/" + date).send());
    }
  }

  /** The calendar has them, but no night market ever will. */
  @Test
  void theEndsOfTheCalendarAreAnsweredAsTheContractSays() {
    for (String date :
        List.of(
            "0000-01-01",
            "0000-07-01",
            "0001-07-01",
            "1850-07-01",
            "1900-12-31",
            "1986-07-01",
            "9999-07-01",
            "9999-12-31")) {
      assertThat(suite.call("GET", "/sites/" + SITE + "/sessions/" + date).send().statusCode())
          .as(date)
          .isIn(200, 400);
      assertThat(Answers.outcome(suite.book(citizen, SITE, date, Map.of()).send()))
          .as(date)
          .isIn(
              "400 invalid-request",
              "409 session-started",
              "422 beyond-horizon",
              "422 out-of-season",
              "422 policy-unknown");
    }
  }

  @Test
  void nightsThatCannotBeHadAreRefused() {
    expect("409 session-started", suite.book(citizen, SITE, "2026-06-30", Map.of()).send());
    expect("409 session-started", suite.book(citizen, SITE, "2025-07-01", Map.of()).send());
    expect("422 beyond-horizon", suite.book(citizen, SITE, "2026-07-16", Map.of()).send());
    expect("422 beyond-horizon", suite.book(citizen, SITE, "2027-07-01", Map.of()).send());
    expect("422 out-of-season", suite.book(citizen, SITE, "2026-12-01", Map.of()).send());
    expect("422 stall-unknown", suite.book(citizen, SITE, NIGHT, Map.of("stallNo", "Z999")).send());
    expect(
        "422 trade-not-allowed",
        suite.book(citizen, SITE, NIGHT, Map.of("trade", "FIREWORKS")).send());
    expect("404 site-not-found", suite.book(citizen, "nowhere", NIGHT, Map.of()).send());
    expect(
        "403 wrong-role",
        suite.book(citizen, SITE, NIGHT, Map.of("onBehalfOf", citizen.personId())).send());
  }

  @Test
  void bodiesThatAreTooLargeAreRefused() {
    expect("413 body-too-large", post("{\"siteId\":\"" + "x".repeat(1 << 20) + "\"}").send());
    expect("413 body-too-large", post(" ".repeat(1 << 20)).send());
    expect("413", post("{\"siteId\":\"" + "x".repeat(7 << 20) + "\"}").sendOutsideContract());
    expect("413", post("{\"siteId\":\"" + "x".repeat(11 << 20) + "\"}").sendOutsideContract());
    expect("413", suite.call("GET", "/sites").body("x".repeat(11 << 20)).sendOutsideContract());
  }

  @Test
  void keysOfARequestHaveAForm() {
    for (String key : List.of("a b", "x".repeat(129), "a,b c", "\t")) {
      expect(
          "400 invalid-request",
          suite.book(citizen, SITE, NIGHT, Map.of()).header("idempotency-key", key).send());
    }
  }

  @Test
  void parametersHaveAForm() {
    for (String query :
        List.of(
            "limit=0",
            "limit=101",
            "limit=-1",
            "limit=1e2",
            "limit=99999999999999999999",
            "limit=",
            "limit=1&limit=2",
            "cursor=",
            "cursor=%25",
            "cursor=" + "A".repeat(5_000),
            "kind=night_market",
            "kind=NIGHT_MARKET%00",
            "division=13052",
            "division=13052910a",
            "unknown=1",
            "LIMIT=1",
            "=",
            "%00=1")) {
      expect("400 invalid-request", suite.call("GET", "/sites?" + query).send());
    }
    expect(
        "400 invalid-request",
        suite.call("GET", "/stall-bookings?onBehalfOf=a%20b").by(citizen).send());
    for (String cursor : List.of("AAAA", "Wlpaag", "__8", "Qk9PS0lORyM", "0JTQsA", "V0VFSyM")) {
      assertThat(
              suite.call("GET", "/stall-bookings?cursor=" + cursor).by(citizen).send().statusCode())
          .isIn(200, 400);
      assertThat(
              suite.call("GET", "/notifications?cursor=" + cursor).by(citizen).send().statusCode())
          .isIn(200, 400);
      assertThat(suite.call("GET", "/sites?cursor=" + cursor).send().statusCode()).isIn(200, 400);
    }
  }

  @Test
  void pathsLeadNowhereElse() {
    for (String path :
        List.of(
            "/sites/../_local/state",
            "/sites/%2e%2e/_local/state",
            "/sites/..%2f_local%2fstate",
            "/sites/" + SITE + "%2Fsessions%2F" + NIGHT,
            "/sites/people-park/",
            "/sites//sessions/" + NIGHT,
            "//sites",
            "/sites/people-park;x=1",
            "/SITES",
            "/sites/%00",
            "/sites/people-park%0a",
            "/docs/../_local/state",
            "/docs/..%2f..%2fpom.xml",
            "/_local/assets/..%2f..%2f..%2ftemplate.yaml",
            "/stall-bookings%2f",
            "/%2e%2e/%2e%2e/etc/passwd")) {
      HttpResponse<String> answer = suite.call("GET", path).by(citizen).sendOutsideContract();
      // What cannot even be read is 400, as at the real gateway.
      assertThat(answer.statusCode()).as(path).isIn(400, 404);
      assertThat(answer.body())
          .as(path)
          .doesNotContain("root:", "artifactId", "LogicalId", "schedules");
    }
    for (String id :
        List.of(
            "x",
            "people-park.20260701.A001.aaaaaaaa",
            "people-park.20260230.A001.aaaaaaaa",
            "..",
            "%2e%2e",
            "people-park.20260701.A001.aaaaaaaa%23",
            "STALL%23SITES",
            "a".repeat(200))) {
      HttpResponse<String> answer =
          suite.call("GET", "/stall-bookings/" + id).by(citizen).sendOutsideContract();
      expect("404 not-found", answer);
      expect(
          "404 not-found",
          suite.call("POST", "/notifications/" + id + "/read").by(citizen).sendOutsideContract());
    }
    for (String method : List.of("PUT", "DELETE", "PATCH", "HEAD", "TRACE", "OPTIONS", "get")) {
      assertThat(suite.call(method, "/sites").sendOutsideContract().statusCode())
          .as(method)
          .isBetween(400, 499);
    }
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
