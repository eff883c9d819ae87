package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.shared.event.Event;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the job market answers and tells is what the contract promises. */
class MarketAnswersTest {
  private static final String MARKET = "job-market";
  private static final String WEDNESDAY = "2026-07-08";
  private static final String CODE = "91350100M000100Y43";
  private static final String OTHER_CODE = "91110108551385082Q";
  private static final String EMPLOYER = "GET /employers/{creditCode}";
  private static final String VERIFICATION = "POST /employers/{creditCode}/verification";
  private static final String OUTCOME = "/stall-bookings/{bookingId}/outcome";
  private static final String CONFIRMATION = "POST /stall-hires/{hireId}/confirmation";
  private static final String DENIAL = "POST /stall-hires/{hireId}/denial";

  private final RealCalls real = new RealCalls("2026-07-01T12:00:00+08:00");
  private final TestCaller food = employer("food");
  private final TestCaller desk =
      TestCaller.of("desk", "caseworker", "130529").linkedTo(real.cloud, "person-desk");
  private final TestCaller elsewhere = TestCaller.of("far", "caseworker", "130530");
  private final TestCaller citizen = TestCaller.citizen(real.cloud, "li", "person-li");

  @AfterEach
  void stop() {
    real.close();
  }

  @Test
  void employers() {
    real.expect(201, "", register(food, CODE));
    real.expect(200, "", register(food, CODE));
    real.expect(409, "employer-registered", register(employer("rival"), CODE));
    real.expect(422, "credit-code-invalid", register(food, "91350100M000100Y42"));
    real.expect(400, "invalid-request", register(food, ""));
    real.expect(422, "on-behalf-of-required", register(desk, OTHER_CODE));
    real.expect(403, "wrong-role", register(citizen, OTHER_CODE));
    real.expect(403, "person-not-registered", register(TestCaller.of("new", "employer", ""), CODE));
    HttpCall keyed = register(food, OTHER_CODE).header("idempotency-key", "one");
    real.expect(201, "", keyed);
    HttpCall reused = register(food, "914403001922038216").header("idempotency-key", "one");
    real.expect(422, "idempotency-key-reused", reused);
    HttpCall list = HttpCall.of("GET /employers");
    real.expect(200, "", list.by(desk));
    real.expect(403, "wrong-division", list.by(elsewhere));
    real.expect(403, "wrong-role", list.by(food));
    real.expect(400, "invalid-request", list.by(desk).query("state", "VERIFIED"));
    real.expect(200, "", HttpCall.of(EMPLOYER, CODE).by(food));
    real.expect(404, "not-found", HttpCall.of(EMPLOYER, CODE).by(employer("rival")));
    real.expect(403, "wrong-role", HttpCall.of(EMPLOYER, CODE).by(citizen));
    Map<String, String> verified = Map.of("outcome", "VERIFIED");
    real.expect(403, "wrong-division", decide(elsewhere, CODE, verified));
    real.expect(404, "not-found", decide(desk, "914403001922038216", verified));
    real.expect(200, "", decide(desk, CODE, verified));
    told("STALL#EMPLOYER#" + CODE, food);
    real.expect(409, "verification-settled", decide(desk, CODE, verified));
    real.expect(201, "", book(food, Map.of()));
    real.expect(200, "", decide(desk, CODE, Map.of("outcome", "REJECTED", "reason", "OTHER")));
    told("STALL#EMPLOYER#" + CODE, food);
    told("STALL#SESSION#" + MARKET + "#" + WEDNESDAY, food);
    real.expect(200, "", HttpCall.of("GET /stall-bookings").by(food));
    real.expect(400, "invalid-request", decide(desk, CODE, Map.of("outcome", "REJECTED")));
    real.expect(200, "", HttpCall.of(EMPLOYER, CODE).by(desk));
  }

  @Test
  void bookings() {
    real.expect(404, "employer-not-found", book(food, Map.of()));
    real.expect(201, "", register(food, CODE));
    real.expect(409, "employer-not-verified", book(food, Map.of()));
    real.expect(200, "", decide(desk, CODE, Map.of("outcome", "VERIFIED")));
    real.expect(403, "wrong-role", book(citizen, Map.of()));
    real.expect(422, "not-a-market-day", book(food, Map.of("date", "2026-07-07")));
    real.expect(422, "credit-code-invalid", book(food, Map.of("creditCode", "x")));
    real.expect(422, "beyond-horizon", book(food, Map.of("date", "2026-08-05")));
    real.expect(422, "stall-unknown", book(food, Map.of("stallNo", "Z001")));
    real.expect(400, "invalid-request", book(food, Map.of("vacancies", List.of(Map.of("a", 1)))));
    Map<String, Object> limited = vacancy();
    limited.put("conditions", "限男性");
    HttpCall menOnly = book(food, Map.of("vacancies", List.of(limited)));
    real.expect(422, "discriminating-limit", menOnly);
    real.expect(422, "discriminating-limit", menOnly.header("accept-language", "en"));
    HttpAnswer booked = real.expect(201, "", book(food, Map.of("workers", 2)));
    real.expect(409, "one-stall-a-night", book(food, Map.of()));
    HttpCall vacancies = HttpCall.of("GET /vacancies");
    real.expect(200, "", vacancies.query("date", WEDNESDAY));
    real.expect(200, "", vacancies);
    real.expect(400, "invalid-request", vacancies.query("date", "soon"));
    real.expect(200, "", HttpCall.of("GET /sites").query("kind", "JOB_MARKET"));
    String session = "GET /sites/{siteId}/sessions/{date}";
    real.expect(200, "", HttpCall.of(session, MARKET, WEDNESDAY));
    real.expect(200, "", HttpCall.of(session, MARKET, "2026-07-07"));
    real.expect(200, "", HttpCall.of(session, MARKET, "2026-02-18"));
    real.expect(
        422,
        "no-waiting-list",
        HttpCall.of("POST /sites/{siteId}/sessions/{date}/waiting-list", MARKET, WEDNESDAY)
            .by(citizen)
            .json(Map.of("trade", "TOYS")));
    assertEventsKeepTheirSchemas();
    String bookingId = booked.text("bookingId");
    real.expect(200, "", HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(food));
    real.expect(200, "", HttpCall.of("GET /stall-bookings").by(food));
    String cancellation = "POST /stall-bookings/{bookingId}/cancellation";
    real.expect(200, "", HttpCall.of(cancellation, bookingId).by(food));
    assertEventsKeepTheirSchemas();
    real.clock.moveTo("2026-02-10T12:00:00+08:00");
    real.expect(422, "holiday", book(food, Map.of("date", "2026-02-18")));
    real.clock.moveTo("2026-12-28T12:00:00+08:00");
    Map<String, Object> later = vacancy();
    later.put("validUntil", "2027-06-30");
    HttpCall unknown = book(food, Map.of("date", "2027-01-06", "vacancies", List.of(later)));
    real.expect(422, "calendar-unknown", unknown);
    real.expect(200, "", HttpCall.of(session, MARKET, "2027-01-06"));
  }

  @Test
  void outcomes() {
    real.expect(201, "", register(food, CODE));
    real.expect(200, "", decide(desk, CODE, Map.of("outcome", "VERIFIED")));
    String bookingId = real.expect(201, "", book(food, Map.of())).text("bookingId");
    List<Map<String, Object>> hires =
        List.of(Map.of("vacancyNo", 1, "personId", "person-li"), Map.of("vacancyNo", 1));
    real.expect(409, "outcome-not-due", report(food, bookingId, hires));
    real.clock.moveTo("2026-07-08T11:00:00+08:00");
    real.expect(404, "not-found", HttpCall.of("GET " + OUTCOME, bookingId).by(food));
    real.expect(404, "not-found", report(employer("rival"), bookingId, hires));
    real.expect(403, "wrong-role", report(citizen, bookingId, hires));
    real.expect(400, "invalid-request", report(food, bookingId, List.of(Map.of("vacancyNo", 2))));
    real.expect(201, "", report(food, bookingId, hires));
    real.expect(409, "hire-reported", report(food, bookingId, hires));
    HttpAnswer outcome = real.expect(200, "", HttpCall.of("GET " + OUTCOME, bookingId).by(desk));
    assertThat(outcome.body().at("/hired/REPORTED").asInt()).isEqualTo(2);
    told("STALL#OUTCOME#" + bookingId, citizen);
    HttpCall list = HttpCall.of("GET /stall-hires");
    String hireId = real.expect(200, "", list.by(citizen)).body().at("/items/0/hireId").asString();
    real.expect(200, "", list.by(desk).query("onBehalfOf", "person-li"));
    real.expect(422, "on-behalf-of-required", list.by(desk));
    real.expect(403, "wrong-role", list.by(food));
    real.expect(404, "not-found", HttpCall.of(CONFIRMATION, "none").by(citizen));
    real.expect(403, "wrong-role", HttpCall.of(CONFIRMATION, hireId).by(food));
    real.expect(200, "", HttpCall.of(CONFIRMATION, hireId).by(citizen));
    real.expect(409, "hire-decided", HttpCall.of(DENIAL, hireId).by(desk));
    outcome
        .body()
        .path("hires")
        .forEach(
            hire -> {
              String other = hire.path("hireId").asString("");
              if (!other.equals(hireId)) {
                real.expect(200, "", HttpCall.of(DENIAL, other).by(desk));
              }
            });
    real.expect(200, "", HttpCall.of("GET " + OUTCOME, bookingId).by(food));
  }

  private void assertEventsKeepTheirSchemas() {
    assertThat(real.outbox("STALL#SESSION#" + MARKET + "#" + WEDNESDAY))
        .isNotEmpty()
        .allSatisfy(new EventSchemas()::validate);
  }

  /** What the items of a partition tell keeps to its schema and is in the recipient's inbox. */
  private void told(String partition, TestCaller recipient) {
    List<String> events = real.outbox(partition);
    assertThat(events).isNotEmpty().allSatisfy(new EventSchemas()::validate);
    events.forEach(real::deliver);
    HttpAnswer inbox = real.expect(200, "", HttpCall.of("GET /notifications").by(recipient));
    assertThat(events)
        .extracting(event -> Event.read(event).subject())
        .allSatisfy(subject -> assertThat(inbox.body().toString()).contains(subject));
  }

  private TestCaller employer(String name) {
    return TestCaller.of(name, "employer", "").linkedTo(real.cloud, "person-" + name);
  }

  private static HttpCall register(TestCaller caller, String creditCode) {
    return HttpCall.of("POST /employers")
        .by(caller)
        .json(Map.of("creditCode", creditCode, "name", "巨鹿县样例食品有限公司"));
  }

  private static HttpCall decide(TestCaller caller, String creditCode, Map<String, String> body) {
    return HttpCall.of(VERIFICATION, creditCode).by(caller).json(body);
  }

  private static Map<String, Object> vacancy() {
    Map<String, Object> vacancy = new HashMap<>();
    vacancy.put("title", "包装工");
    vacancy.put("duties", "负责食品包装");
    vacancy.put("headcount", 10);
    vacancy.put("monthlyPay", Map.of("from", 3500, "to", 5000));
    vacancy.put("place", "巨鹿县经济开发区");
    vacancy.put("validUntil", "2026-08-31");
    return vacancy;
  }

  private static HttpCall book(TestCaller caller, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("siteId", MARKET);
    body.put("date", WEDNESDAY);
    body.put("creditCode", CODE);
    body.put("vacancies", List.of(vacancy()));
    body.putAll(more);
    return HttpCall.of("POST /stall-bookings").by(caller).json(body);
  }

  private static HttpCall report(
      TestCaller caller, String bookingId, List<Map<String, Object>> hires) {
    return HttpCall.of("POST " + OUTCOME, bookingId)
        .by(caller)
        .json(Map.of("interviews", 12, "intents", 5, "hires", hires));
  }
}
