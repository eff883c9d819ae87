package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.json.Json;
import org.jiuye.template.LambdaFunction;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the shopfronts answer and tell is what the contract promises. */
class FrontageAnswersTest {
  private static final String STREET = "old-style-street";
  private static final String CREDIT_CODE = "91350100M000100Y43";
  private static final String TOWN = "130529100";
  private static final String BREACHES = "POST /frontages/{frontageId}/breaches";
  private static final String SUSPENSION = "POST /frontages/{frontageId}/suspension";
  private static final String LIFTING = "POST /frontages/{frontageId}/lifting";
  private static final String END = "POST /frontages/{frontageId}/end";
  private static final String LAST_NIGHT = "2026-07-02T01:30:00+08:00";

  private final ContractValidator validator = new ContractValidator();
  private final MovableClock clock = MovableClock.at("2026-07-01T12:00:00+08:00");
  private final EmulatedCloud cloud = TestCloud.start();
  private final FunctionHarness function = start(cloud, clock);
  private final TestCaller shop =
      TestCaller.of("shop", "employer", "").linkedTo(cloud, "person-shop");
  private final TestCaller warden = TestCaller.of("warden", "warden", TOWN);
  private final TestCaller caseworker = TestCaller.of("desk", "caseworker", TOWN);
  private final TestCaller villageWorker = TestCaller.of("village", "villageWorker", TOWN);
  private final TestCaller elsewhere = TestCaller.of("far", "admin", "130530");

  @AfterEach
  void stop() {
    function.close();
    cloud.close();
  }

  @Test
  void declarations() {
    expect(404, "employer-not-found", declare(shop, Map.of()));
    expect(201, "", register());
    expect(409, "employer-not-verified", declare(shop, Map.of()));
    expect(200, "", verify());
    expect(201, "", declare(shop, Map.of()));
    HttpCall mine = HttpCall.of("GET /frontages/mine");
    expect(200, "", mine.by(shop));
    expect(200, "", mine.by(caseworker).query("onBehalfOf", "person-shop"));
    expect(422, "on-behalf-of-required", mine.by(caseworker));
    expect(403, "wrong-role", mine.by(warden));
    expect(403, "person-not-registered", mine.by(TestCaller.of("new", "employer", "")));
    expect(400, "invalid-request", mine.by(shop).query("limit", "0"));
    HttpCall declared = HttpCall.of("GET /sites/{siteId}/frontages", STREET);
    expect(200, "", declared.by(warden));
    expect(403, "wrong-division", declared.by(elsewhere));
    expect(403, "wrong-role", declared.by(shop));
    expect(400, "invalid-request", declared.by(warden).query("limit", "x"));
    expect(
        404, "site-not-found", HttpCall.of("GET /sites/{siteId}/frontages", "no").by(caseworker));
    expect(409, "frontage-taken", declare(shop, Map.of()));
    expect(422, "credit-code-invalid", declare(shop, Map.of("creditCode", "91350100M000100Y44")));
    expect(422, "not-a-shopfront-site", declare(shop, Map.of("siteId", "people-park")));
    expect(404, "site-not-found", declare(shop, Map.of("siteId", "nowhere")));
    expect(422, "stall-unknown", declare(shop, Map.of("stallNo", "Z999")));
    expect(422, "to-before-from", declare(shop, Map.of("to", "2026-06-30")));
    expect(422, "season-in-past", declare(shop, Map.of("from", "2026-06-30")));
    expect(422, "season-too-long", declare(shop, Map.of("to", "2027-12-31")));
    expect(422, "beyond-horizon", declare(shop, Map.of("from", "2026-12-01", "to", "2026-12-02")));
    expect(422, "on-behalf-of-required", declare(villageWorker, Map.of()));
    expect(403, "wrong-division", declare(elsewhere, Map.of("onBehalfOf", "person-shop")));
    expect(403, "wrong-role", declare(warden, Map.of()));
    expect(403, "person-not-registered", declare(TestCaller.of("new", "employer", ""), Map.of()));
    expect(400, "invalid-request", declare(shop, Map.of("from", "x", "extra", "y")));
    HttpCall keyed = declare(shop, Map.of("stallNo", "A002")).header("idempotency-key", "one");
    expect(201, "", keyed);
    expect(201, "", keyed);
    expect(
        422,
        "idempotency-key-reused",
        declare(shop, Map.of("stallNo", "A003")).header("idempotency-key", "one"));
    HttpCall list = HttpCall.of("GET /frontages");
    expect(200, "", list.query("siteId", STREET));
    expect(400, "invalid-request", list);
    expect(404, "site-not-found", list.query("siteId", "nowhere"));
    expect(200, "", HttpCall.of("GET /sites/{siteId}/conduct", STREET));
    expect(404, "not-found", HttpCall.of("GET /sites/{siteId}/conduct", "people-park"));
    expect(404, "site-not-found", HttpCall.of("GET /sites/{siteId}/conduct", "nowhere"));
    expect(200, "", HttpCall.of("GET /sites").query("kind", "SHOPFRONT"));
    expect(200, "", HttpCall.of("GET /sites/{siteId}/sessions/{date}", STREET, "2026-07-02"));
    HttpCall book =
        HttpCall.of("POST /stall-bookings")
            .by(TestCaller.citizen(cloud, "wang", "person-wang"))
            .json(Map.of("siteId", STREET, "date", "2026-07-02", "trade", "TOYS"));
    expect(422, "not-bookable-by-night", book);
  }

  @Test
  void stepsAndWhatTheyTell() {
    expect(201, "", register());
    expect(200, "", verify());
    String id = expect(201, "", declare(shop, Map.of())).text("frontageId");
    clock.moveTo("2026-07-02T12:00:00+08:00");
    Map<String, String> noise = Map.of("kind", "NOISE", "at", LAST_NIGHT);
    expect(201, "", call(BREACHES, id, warden, noise));
    told(id, "frontage-breached");
    Map<String, String> singing = Map.of("kind", "SINGING", "at", LAST_NIGHT);
    expect(422, "breach-kind-unknown", call(BREACHES, id, warden, singing));
    Map<String, String> tomorrow = Map.of("kind", "NOISE", "at", "2026-07-03T01:00:00+08:00");
    expect(422, "breach-outside-season", call(BREACHES, id, warden, tomorrow));
    expect(403, "wrong-role", call(BREACHES, id, shop, noise));
    expect(404, "not-found", call(BREACHES, "none", warden, noise));
    expect(409, "frontage-not-suspended", call(LIFTING, id, caseworker, reason("REMEDIED")));
    Map<String, String> past = Map.of("reason", "DANGER", "until", "2026-07-01");
    expect(422, "until-outside-season", call(SUSPENSION, id, caseworker, past));
    expect(400, "invalid-request", call(SUSPENSION, id, caseworker, reason("MOOD")));
    expect(403, "wrong-division", call(SUSPENSION, id, elsewhere, reason("DANGER")));
    Map<String, String> july = Map.of("reason", "DANGER", "until", "2026-07-31");
    expect(200, "", call(SUSPENSION, id, caseworker, july));
    told(id, "frontage-suspended");
    expect(409, "frontage-suspended", call(SUSPENSION, id, caseworker, july));
    expect(201, "", call(BREACHES, id, warden, noise));
    told(id, "frontage-breached");
    expect(409, "frontage-suspended", call(END, id, shop, reason("MOVED")));
    expect(200, "", HttpCall.of("GET /frontages").query("siteId", STREET));
    expect(200, "", call(LIFTING, id, caseworker, reason("REMEDIED")));
    told(id, "frontage-lifted");
    expect(422, "on-behalf-of-required", call(END, id, villageWorker, reason("MOVED")));
    Map<String, String> stranger = Map.of("reason", "MOVED", "onBehalfOf", "person-x");
    expect(422, "not-the-holder", call(END, id, villageWorker, stranger));
    expect(200, "", call(SUSPENSION, id, caseworker, reason("EVENT")));
    told(id, "frontage-suspended");
    expect(200, "", call(END, id, caseworker, reason("WITHDRAWN")));
    expect(409, "frontage-ended", call(END, id, caseworker, reason("WITHDRAWN")));
    HttpCall get = HttpCall.of("GET /frontages/{frontageId}", id);
    expect(200, "", get.by(shop));
    expect(404, "not-found", get.by(elsewhere));
    expect(403, "wrong-role", get.by(TestCaller.of("bank", "bank", "")));
  }

  private HttpAnswer expect(int status, String code, HttpCall call) {
    String routeKey = Json.MAPPER.readTree(call.event()).path("routeKey").asString("");
    String[] route = routeKey.split(" ", 2);
    HttpAnswer answer = function.call(call);
    String body = answer.body().toString();
    assertThat(answer.status()).as("%s: %s", routeKey, body).isEqualTo(status);
    assertThat(answer.code()).as(routeKey).isEqualTo(code);
    assertThat(validator.deviations(route[0], route[1], new Answer(status, answer.headers(), body)))
        .as("%s: %s %s", routeKey, answer.headers(), body)
        .isEmpty();
    return answer;
  }

  private void told(String frontageId, String type) {
    List<String> events =
        cloud
            .dynamoDb()
            .query(
                query ->
                    query
                        .tableName(cloud.template().tables().getFirst().name())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(
                            Map.of(":pk", AttributeValue.fromS("STALL#FRONTAGE#" + frontageId))))
            .items()
            .stream()
            .filter(item -> item.containsKey(Outbox.EVENTS))
            .flatMap(
                item ->
                    item.getOrDefault(Outbox.EVENTS, AttributeValue.fromL(List.of())).l().stream())
            .map(entry -> entry.m().getOrDefault(Outbox.EVENT_JSON, AttributeValue.fromS("")).s())
            .toList();
    assertThat(events)
        .hasSize(1)
        .allSatisfy(new EventSchemas()::validate)
        .allMatch(event -> event.contains("org.jiuye.stall." + type + ".v1"));
  }

  private static Map<String, String> reason(String reason) {
    return Map.of("reason", reason);
  }

  private static HttpCall call(
      String routeKey, String frontageId, TestCaller caller, Map<String, String> body) {
    return HttpCall.of(routeKey, frontageId).by(caller).json(body);
  }

  private HttpCall register() {
    return HttpCall.of("POST /employers")
        .by(shop)
        .json(Map.of("creditCode", CREDIT_CODE, "name", "老街面馆"));
  }

  private HttpCall verify() {
    return HttpCall.of("POST /employers/{creditCode}/verification", CREDIT_CODE)
        .by(caseworker)
        .json(Map.of("outcome", "VERIFIED"));
  }

  private static HttpCall declare(TestCaller caller, Map<String, String> more) {
    Map<String, String> body = new HashMap<>();
    body.put("siteId", STREET);
    body.put("stallNo", "A001");
    body.put("creditCode", CREDIT_CODE);
    body.put("shopName", "老街面馆");
    body.put("from", "2026-07-01");
    body.put("to", "2026-12-31");
    body.putAll(more);
    return HttpCall.of("POST /frontages").by(caller).json(body);
  }

  private static FunctionHarness start(EmulatedCloud cloud, MovableClock clock) {
    LambdaFunction function = cloud.template().function("StallBookingHttpFunction");
    return FunctionHarness.start(
        cloud, function.logicalId(), FunctionModule.of(function).frontDoor(function), clock);
  }
}
