package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the loan pre-check really answers keeps the contract. */
class LoanAnswersTest {
  private static final String CASE = "GET /loan-cases/{loanCaseId}";
  private static final String REFERRAL = "POST /loan-cases/{loanCaseId}/referral";

  private final RealCalls real = new RealCalls("2026-07-01T12:00:00+08:00");
  private final TestCaller zhang = TestCaller.citizen(real.cloud, "zhang", "person-zhang");
  private final TestCaller desk =
      TestCaller.of("desk", "caseworker", "130529").linkedTo(real.cloud, "person-desk");
  private final TestCaller elsewhere = TestCaller.of("far", "caseworker", "130530");

  @AfterEach
  void stop() {
    real.close();
  }

  @Test
  void policies() {
    HttpCall list = HttpCall.of("GET /loan-policies");
    real.expect(200, "", list);
    real.expect(200, "", list.query("asOf", "2020-07-01").header("accept-language", "en"));
    real.expect(200, "", list.query("asOf", "2010-01-01"));
    real.expect(400, "invalid-request", list.query("asOf", "then"));
    HttpCall one = HttpCall.of("GET /loan-policies/{policyId}", "small-enterprise-hebei-new");
    real.expect(200, "", one);
    real.expect(400, "invalid-request", one.query("asOf", "2020-07-01"));
    real.expect(404, "not-found", HttpCall.of("GET /loan-policies/{policyId}", "none"));
  }

  @Test
  void prechecks() {
    for (String product : List.of("PERSONAL", "PARTNERSHIP", "SMALL_ENTERPRISE", "POVERTY_MICRO")) {
      for (Map<String, Object> body : bodies(product)) {
        real.expect(200, "", check(body));
        real.expect(200, "", check(body).header("accept-language", "en"));
        real.expect(200, "", HttpCall.of("POST /loan-prechecks/comparison").json(body));
      }
    }
    real.expect(422, "policy-unknown", check(Map.of("product", "PERSONAL", "asOf", "2010-01-01")));
    real.expect(400, "invalid-request", check(absurd()));
    real.expect(400, "malformed-json", HttpCall.of("POST /loan-prechecks").body("{"));
    real.expect(
        400, "invalid-request", HttpCall.of("POST /loan-prechecks/comparison").json(absurd()));
  }

  @Test
  void cases() {
    HttpCall open = HttpCall.of("POST /loan-cases");
    HttpAnswer made = real.expect(201, "", open.by(zhang).json(person()));
    String loanCaseId = made.text("loanCaseId");
    real.expect(201, "", open.by(zhang).json(enterprise()).header("accept-language", "en"));
    real.expect(400, "invalid-request", open.by(zhang).json(absurd()));
    real.expect(422, "on-behalf-of-required", open.by(desk).json(person()));
    Map<String, Object> granny = person();
    granny.put("onBehalfOf", "person-granny");
    String hers = real.expect(201, "", open.by(desk).json(granny)).text("loanCaseId");
    real.expect(403, "wrong-division", open.by(elsewhere).json(granny));
    real.expect(403, "wrong-role", open.by(zhang).json(granny));
    real.expect(
        403, "person-not-registered", open.by(TestCaller.of("new", "citizen", "")).json(person()));
    HttpCall keyed = open.by(zhang).header("idempotency-key", "one");
    real.expect(201, "", keyed.json(person()));
    real.expect(201, "", keyed.json(person()));
    real.expect(422, "idempotency-key-reused", keyed.json(enterprise()));
    Map<String, Object> early = person();
    early.put("asOf", "2010-01-01");
    real.expect(422, "policy-unknown", open.by(zhang).json(early));

    HttpCall list = HttpCall.of("GET /loan-cases");
    real.expect(200, "", list.by(zhang).query("limit", "1"));
    real.expect(200, "", list.by(desk).query("onBehalfOf", "person-granny"));
    real.expect(422, "on-behalf-of-required", list.by(desk));
    real.expect(400, "invalid-request", list.by(zhang).query("limit", "0"));
    real.expect(200, "", HttpCall.of(CASE, loanCaseId).by(zhang));
    real.expect(404, "not-found", HttpCall.of(CASE, hers).by(zhang));
    real.expect(403, "wrong-role", HttpCall.of(CASE, hers).by(TestCaller.of("w", "warden", "")));

    Map<String, String> bank = Map.of("bankId", "rural-commercial");
    real.expect(400, "invalid-request", HttpCall.of(REFERRAL, loanCaseId).by(zhang).json(Map.of()));
    real.expect(404, "not-found", HttpCall.of(REFERRAL, hers).by(zhang).json(bank));
    real.expect(
        422,
        "bank-does-not-offer",
        HttpCall.of(REFERRAL, loanCaseId).by(zhang).json(Map.of("bankId", "none")));
    real.expect(422, "on-behalf-of-required", HttpCall.of(REFERRAL, hers).by(desk).json(bank));
    real.expect(
        422,
        "not-the-applicant",
        HttpCall.of(REFERRAL, hers)
            .by(desk)
            .json(Map.of("bankId", "rural-commercial", "onBehalfOf", "person-zhang")));
    real.expect(200, "", HttpCall.of(REFERRAL, loanCaseId).by(zhang).json(bank));
    real.expect(409, "referred-already", HttpCall.of(REFERRAL, loanCaseId).by(zhang).json(bank));
    TestCaller clerk =
        TestCaller.of("clerk", "bank", "").linkedTo(real.cloud, "person-bank-rural-commercial");
    real.expect(200, "", HttpCall.of(CASE, loanCaseId).by(clerk));
    List<String> events = real.outbox("LOAN#CASE#" + loanCaseId);
    assertThat(events).hasSize(1).allSatisfy(new EventSchemas()::validate);
    events.forEach(real::deliver);
    real.expect(200, "", HttpCall.of("GET /notifications").by(clerk));
  }

  private static HttpCall check(Map<String, ?> body) {
    return HttpCall.of("POST /loan-prechecks").json(body);
  }

  /** Nothing told, everything told in 2020 and now, and something that is refused. */
  private static List<Map<String, Object>> bodies(String product) {
    List<Map<String, Object>> bodies = new ArrayList<>();
    bodies.add(Map.of("product", product));
    for (String day : List.of("2020-07-01", "2026-07-01")) {
      Map<String, Object> body = new HashMap<>(person());
      body.putAll(enterprise());
      body.put("applicant", borrower());
      body.put("partners", List.of(borrower()));
      body.put("product", product);
      body.put("asOf", day);
      body.put("household", List.of("MONITORED"));
      body.put("purpose", "PRODUCTION");
      body.put("qualityProject", true);
      bodies.add(body);
      Map<String, Object> refused = new HashMap<>(body);
      refused.put("amountFen", 900_000_000_000L);
      refused.put("termMonths", 600);
      refused.put("purpose", "CEREMONY");
      bodies.add(refused);
    }
    return bodies;
  }

  private static Map<String, Object> borrower() {
    return Map.of(
        "groups",
        List.of("VETERAN"),
        "loansBefore",
        0,
        "otherLoans",
        List.of(Map.of("kind", "OTHER")),
        "married",
        true,
        "spouseLoans",
        List.of(Map.of("kind", "CONSUMER", "amountFen", 6_000_000)),
        "bornOn",
        "1980-02-29");
  }

  private static Map<String, Object> person() {
    Map<String, Object> body = new HashMap<>();
    body.put("product", "PERSONAL");
    body.put(
        "applicant",
        Map.of(
            "groups",
            List.of("GRADUATE"),
            "loansBefore",
            2,
            "otherLoans",
            List.of(),
            "married",
            false));
    return body;
  }

  private static Map<String, Object> enterprise() {
    Map<String, Object> body = new HashMap<>();
    body.put("product", "SMALL_ENTERPRISE");
    body.put("foundedOn", "1985-05-01");
    body.put(
        "enterprise",
        Map.of(
            "kind",
            "SMALL_OR_MICRO",
            "staff",
            33,
            "wageArrears",
            true,
            "insuranceArrears",
            false,
            "hires",
            List.of(Map.of("hiredOn", "2020-03-02", "groups", List.of("VETERAN")))));
    return body;
  }

  private static Map<String, Object> absurd() {
    return Map.of(
        "product",
        "PERSONAL",
        "qualityProject",
        "yes",
        "amountFen",
        100_000_000_000_000_000L,
        "foundedOn",
        "2027-01-01",
        "enterprise",
        Map.of("staff", 1, "hires", List.of(Map.of("count", 2, "hiredOn", "2027-01-01"))));
  }
}
