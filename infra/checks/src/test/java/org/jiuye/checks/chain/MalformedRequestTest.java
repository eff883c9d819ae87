package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.checks.chain.Answers.expect;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days, keys, parameters and paths that no client should send; nothing is written. */
@OnSuite
class MalformedRequestTest {
  private static final String SITE = "west-gate-square";
  private static final String NIGHT = "2026-07-02";

  private final Suite suite;
  private final Account citizen;
  private final TableBefore before;

  MalformedRequestTest(Suite suite) {
    this.suite = suite;
    this.citizen = suite.citizen();
    this.before = new TableBefore(suite);
  }

  @AfterEach
  void nothingWasWritten() {
    before.assertUntouched();
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

  /** Days that the calendar has and no night market ever will. */
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
}
