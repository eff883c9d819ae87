package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.shared.json.Json;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A night market's nights as they are lived, answer by answer and event by event: what is waited
 * for, offered, seen, missed, contested and called off is what the contract promises, and everybody
 * hears of it.
 */
class RealNightsTest {
  // Twenty-five stalls; two hours to answer.
  private static final String SITE = "xiguocheng-park";
  private static final String TOWN = "130529102";
  private static final int STALLS = 25;
  private static final String TONIGHT = "2026-07-01";
  private static final String LIST = " /sites/{siteId}/sessions/{date}/waiting-list";
  private static final String CHECK_IN = "POST /stall-bookings/{bookingId}/check-in";
  private static final String ACCEPTANCE = "POST /stall-offers/{offerId}/acceptance";
  private static final String REFUSAL = "POST /stall-offers/{offerId}/refusal";
  private static final String ROSTER = "GET /sites/{siteId}/sessions/{date}/roster";
  private static final String CLOSURE = "POST /sites/{siteId}/sessions/{date}/closure";
  private static final String REOPENING = "POST /sites/{siteId}/sessions/{date}/reopening";
  private static final String STANDING = "GET /stall-bookings/standing";
  private static final String OBJECTION = "POST /stall-bookings/standing/objection";
  private static final String DECISION = "POST /stall-bookings/standing/decision";

  private final RealCalls calls = new RealCalls("2026-07-01T09:00:00+08:00");
  private final EventSchemas schemas = new EventSchemas();
  private final Set<String> told = new HashSet<>();
  private final TestCaller first = citizen("first");
  private final TestCaller second = citizen("second");
  private final TestCaller desk =
      TestCaller.of("desk", "caseworker", TOWN).linkedTo(calls.cloud, "person-caseworker-" + TOWN);
  private final TestCaller warden =
      TestCaller.of("walker", "warden", TOWN).linkedTo(calls.cloud, "person-warden-" + TOWN);
  private final TestCaller elsewhere = TestCaller.of("far", "caseworker", "130530");

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void waitingLists() {
    HttpCall join = call("POST" + LIST, TONIGHT).json(Map.of("trade", "TOYS"));
    calls.expect(409, "stalls-free", join.by(first));
    List<HttpAnswer> full = fill(TONIGHT);
    HttpCall keyed = join.by(first).header("idempotency-key", "one");
    calls.expect(201, "", keyed);
    calls.expect(201, "", keyed);
    calls.expect(422, "idempotency-key-reused", keyed.json(Map.of("trade", "CLOTHING")));
    calls.expect(409, "waiting-that-night", join.by(first));
    calls.expect(
        409,
        "waiting-that-night",
        book(first, "labour-park", TONIGHT, Map.of("trade", "CLOTHING")));
    calls.expect(409, "one-stall-a-night", join.by(citizen("v0")));
    calls.expect(422, "on-behalf-of-required", join.by(desk));
    Map<String, String> onBehalf = Map.of("trade", "TOYS", "onBehalfOf", "person-second");
    calls.clock.advance(Duration.ofMillis(1));
    calls.expect(201, "", join.by(desk).json(onBehalf));
    calls.expect(403, "wrong-role", join.by(first).json(onBehalf));
    calls.expect(403, "wrong-division", join.by(elsewhere).json(onBehalf));
    calls.expect(403, "wrong-role", join.by(warden));
    calls.expect(403, "person-not-registered", join.by(TestCaller.of("new", "citizen", "")));
    calls.expect(422, "trade-not-allowed", join.by(first).json(Map.of("trade", "FIREWORKS")));
    calls.expect(422, "beyond-horizon", waiting("POST", "2026-08-20").by(first));
    calls.expect(422, "out-of-season", waiting("POST", "2026-12-01").by(first));
    calls.expect(409, "session-started", waiting("POST", "2026-06-30").by(first));
    calls.expect(400, "invalid-request", waiting("POST", "2026-02-30").by(first));
    calls.expect(400, "body-missing", call("POST" + LIST, TONIGHT).by(first));
    calls.expect(
        404,
        "site-not-found",
        HttpCall.of("POST" + LIST, "nowhere", TONIGHT).by(first).json(Map.of("trade", "TOYS")));

    HttpCall look = call("GET" + LIST, TONIGHT);
    calls.expect(200, "", look.by(second));
    calls.expect(200, "", look.by(desk).query("onBehalfOf", "person-second"));
    calls.expect(422, "on-behalf-of-required", look.by(desk));
    calls.expect(404, "not-waiting", look.by(citizen("v0")));
    calls.expect(400, "invalid-request", look.by(first).query("color", "red"));
    calls.expect(200, "", call("GET /sites/{siteId}/sessions/{date}", TONIGHT));

    giveBack(full.getFirst());
    heardBy(first, "stall-offered");
    calls.expect(409, "offer-pending", call("DELETE" + LIST, TONIGHT).by(first));
    String offerId = calls.expect(200, "", look.by(first)).text("offerId");
    calls.expect(404, "not-found", HttpCall.of(ACCEPTANCE, offerId).by(second));
    calls.expect(403, "wrong-role", HttpCall.of(ACCEPTANCE, offerId).by(warden));
    HttpCall accept = HttpCall.of(ACCEPTANCE, offerId).by(first).header("idempotency-key", "two");
    calls.expect(200, "", accept);
    calls.expect(200, "", accept);
    calls.expect(409, "offer-over", HttpCall.of(ACCEPTANCE, offerId).by(first));
    calls.expect(409, "offer-over", HttpCall.of(REFUSAL, offerId).by(first));
    calls.expect(201, "", keyed);
    tell();

    calls.expect(204, "", call("DELETE" + LIST, TONIGHT).by(second));
    calls.expect(404, "not-waiting", call("DELETE" + LIST, TONIGHT).by(second));
    calls.expect(
        400, "invalid-request", call("DELETE" + LIST, TONIGHT).by(second).body("{\"a\":1}"));
  }

  @Test
  void offersThatAreNotTaken() {
    List<HttpAnswer> full = fill(TONIGHT);
    calls.expect(201, "", waiting("POST", TONIGHT).by(first));
    calls.clock.moveTo("2026-07-01T09:00:01+08:00");
    calls.expect(201, "", waiting("POST", TONIGHT).by(second));
    giveBack(full.getFirst());
    heardBy(first, "stall-offered");
    calls.clock.moveTo("2026-07-01T11:30:00+08:00");
    run("sweep-waiting-lists");
    assertThat(heardBy(first, "stall-offer-lapsed-place-kept")).contains("keep your place");
    heardBy(second, "stall-offered");
    HttpAnswer place = calls.expect(200, "", call("GET" + LIST, TONIGHT).by(second));
    calls.expect(200, "", HttpCall.of(REFUSAL, place.text("offerId")).by(second));
    calls.clock.moveTo("2026-07-01T14:00:00+08:00");
    run("sweep-waiting-lists");
    heardBy(first, "stall-offer-lapsed");
    calls.expect(200, "", HttpCall.of("GET /stall-bookings").by(first));
  }

  @Test
  void theNight() {
    HttpAnswer booked = calls.expect(201, "", book(first, SITE, TONIGHT, Map.of()));
    String bookingId = booked.text("bookingId");
    calls.clock.moveTo("2026-07-01T10:00:00+08:00");
    run("remind-holders");
    assertThat(heardBy(first, "stall-reminder")).contains("from 18:00");
    HttpCall checkIn = HttpCall.of(CHECK_IN, bookingId).by(warden);
    Map<String, String> right = Map.of("code", booked.text("code"));
    calls.expect(409, "not-in-window", checkIn.json(right));
    calls.clock.moveTo("2026-07-01T18:30:00+08:00");
    Map<String, String> wrong =
        Map.of("code", booked.text("code").equals("000000") ? "111111" : "000000");
    calls.expect(422, "wrong-code", checkIn.json(wrong));
    calls.expect(400, "invalid-request", checkIn.json(Map.of("code", "one")));
    calls.expect(403, "wrong-role", HttpCall.of(CHECK_IN, bookingId).by(first).json(right));
    calls.expect(404, "not-found", HttpCall.of(CHECK_IN, "none").by(warden).json(right));
    HttpCall keyed = checkIn.json(right).header("idempotency-key", "seen");
    calls.expect(200, "", keyed);
    calls.expect(200, "", keyed);
    calls.expect(409, "not-expected", checkIn.json(right));
    calls.expect(200, "", HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(warden));

    calls.expect(200, "", call(ROSTER, TONIGHT).by(warden));
    calls.expect(200, "", call(ROSTER, TONIGHT).by(desk).header("accept-language", "en"));
    assertThat(calls.expectPage(call(ROSTER, TONIGHT).by(warden).header("accept", "text/html")))
        .contains("<html");
    calls.expect(403, "wrong-role", call(ROSTER, TONIGHT).by(first));
    calls.expect(403, "wrong-division", call(ROSTER, TONIGHT).by(elsewhere));
    calls.expect(404, "site-not-found", HttpCall.of(ROSTER, "nowhere", TONIGHT).by(warden));
  }

  @Test
  void codesThatAreGuessed() {
    HttpAnswer booked = calls.expect(201, "", book(first, SITE, TONIGHT, Map.of()));
    HttpCall guess =
        HttpCall.of(CHECK_IN, booked.text("bookingId"))
            .by(warden)
            .json(Map.of("code", booked.text("code").equals("000000") ? "111111" : "000000"));
    calls.clock.moveTo("2026-07-01T18:30:00+08:00");
    for (int left = 4; left > 0; left--) {
      calls.expect(422, "wrong-code", guess);
    }
    calls.expect(409, "code-locked", guess);
    heardBy(warden, "stall-check-in-locked");
    heardBy(desk, "stall-check-in-locked");
  }

  @Test
  void closures() {
    HttpAnswer booked = calls.expect(201, "", book(first, SITE, TONIGHT, Map.of()));
    HttpCall close = call(CLOSURE, TONIGHT).json(Map.of("reason", "RAIN"));
    calls.expect(403, "wrong-role", close.by(first));
    calls.expect(403, "wrong-division", close.by(elsewhere));
    calls.expect(400, "invalid-request", close.by(warden).json(Map.of("reason", "SNOW")));
    calls.expect(404, "site-not-found", HttpCall.of(CLOSURE, "nowhere", TONIGHT).by(warden));
    calls.expect(409, "session-open", call(REOPENING, TONIGHT).by(warden));
    assertThat(calls.expect(200, "", close.by(warden)).body().path("cancelled").asInt())
        .isEqualTo(1);
    calls.expect(200, "", close.by(desk));
    assertThat(heardBy(first, "stall-site-closed")).contains("Reason: rain.");
    calls.expect(
        200,
        "",
        HttpCall.of("GET /stall-bookings/{bookingId}", booked.text("bookingId")).by(first));
    assertThat(
            calls
                .expect(200, "", call("GET /sites/{siteId}/sessions/{date}", TONIGHT))
                .text("reason"))
        .isEqualTo("SESSION_CLOSED");
    calls.expect(409, "session-closed", book(first, SITE, TONIGHT, Map.of()));
    calls.expect(409, "session-closed", waiting("POST", TONIGHT).by(first));
    calls.expect(403, "wrong-division", call(REOPENING, TONIGHT).by(elsewhere));
    calls.expect(200, "", call(REOPENING, TONIGHT).by(warden));
    calls.expect(201, "", book(first, SITE, TONIGHT, Map.of()));
    calls.expect(
        409, "session-over", call(CLOSURE, "2026-06-30").by(desk).json(Map.of("reason", "RAIN")));
  }

  @Test
  void standing() {
    calls.expect(200, "", HttpCall.of(STANDING).by(first));
    HttpCall object = HttpCall.of(OBJECTION).json(Map.of("reason", "I_WAS_THERE"));
    calls.expect(409, "not-objectable", object.by(first));
    bar();
    calls.expect(200, "", HttpCall.of(STANDING).by(first));
    calls.expect(200, "", HttpCall.of(STANDING).by(desk).query("onBehalfOf", "person-first"));
    calls.expect(422, "on-behalf-of-required", HttpCall.of(STANDING).by(desk));
    calls.expect(403, "wrong-role", HttpCall.of(STANDING).by(warden));
    calls.expect(400, "invalid-request", HttpCall.of(STANDING).by(first).query("x", "1"));
    calls.expect(403, "barred", book(first, SITE, "2026-07-05", Map.of()));
    fill("2026-07-05");
    calls.expect(403, "barred", waiting("POST", "2026-07-05").by(first));

    calls.expect(
        403,
        "wrong-division",
        object.by(elsewhere).json(Map.of("reason", "ILLNESS", "onBehalfOf", "person-first")));
    calls.expect(400, "invalid-request", object.by(first).json(Map.of("reason", "NONE")));
    HttpCall keyed = object.by(first).header("idempotency-key", "three");
    calls.expect(200, "", keyed);
    calls.expect(200, "", keyed);
    assertThat(heardBy(desk, "stall-bar-objected")).contains("the person was there");
    HttpCall decide =
        HttpCall.of(DECISION).json(Map.of("personId", "person-first", "outcome", "UPHELD"));
    calls.expect(403, "wrong-role", decide.by(first));
    calls.expect(403, "wrong-division", decide.by(elsewhere));
    calls.expect(200, "", decide.by(desk));
    calls.expect(409, "not-decidable", decide.by(desk));
    assertThat(heardBy(first, "stall-bar-upheld")).contains("again from");
    calls.expect(409, "not-objectable", object.by(first));
  }

  @Test
  void aBarThatIsLifted() {
    bar();
    calls.expect(
        200, "", HttpCall.of(OBJECTION).by(first).json(Map.of("reason", "SITE_NOT_USABLE")));
    tell();
    Map<String, String> lifted = Map.of("personId", "person-first", "outcome", "LIFTED");
    calls.expect(200, "", HttpCall.of(DECISION).by(desk).json(lifted));
    heardBy(first, "stall-bar-lifted");
    calls.expect(201, "", book(first, SITE, "2026-07-05", Map.of()));
  }

  /** Three nights on which the warden was there and the first citizen was not. */
  private void bar() {
    for (String night : List.of("2026-07-01", "2026-07-02", "2026-07-03")) {
      calls.clock.moveTo(night + "T12:00:00+08:00");
      calls.expect(201, "", book(first, SITE, night, Map.of()));
      HttpAnswer other = calls.expect(201, "", book(second, SITE, night, Map.of()));
      calls.clock.moveTo(night + "T18:30:00+08:00");
      calls.expect(
          200,
          "",
          HttpCall.of(CHECK_IN, other.text("bookingId"))
              .by(warden)
              .json(Map.of("code", other.text("code"))));
      calls.clock.moveTo(LocalDate.parse(night).plusDays(1) + "T03:10:00+08:00");
      run("settle-sessions");
      heardBy(first, "stall-no-show");
    }
    assertThat(heardBy(first, "stall-bar-imposed")).contains("You may object");
  }

  private TestCaller citizen(String name) {
    return TestCaller.citizen(calls.cloud, name, "person-" + name);
  }

  private static HttpCall call(String routeKey, String night) {
    return HttpCall.of(routeKey, SITE, night);
  }

  private static HttpCall waiting(String method, String night) {
    return call(method + LIST, night).json(Map.of("trade", "TOYS"));
  }

  private static HttpCall book(
      TestCaller caller, String siteId, String night, Map<String, String> more) {
    Map<String, String> body =
        new HashMap<>(Map.of("siteId", siteId, "date", night, "trade", "TOYS"));
    body.putAll(more);
    return HttpCall.of("POST /stall-bookings").by(caller).json(body);
  }

  private List<HttpAnswer> fill(String night) {
    List<HttpAnswer> bookings = new ArrayList<>();
    for (int number = 0; number < STALLS; number++) {
      bookings.add(calls.expect(201, "", book(citizen("v" + number), SITE, night, Map.of())));
    }
    return bookings;
  }

  private void giveBack(HttpAnswer booking) {
    String holder = booking.text("personId").substring("person-".length());
    calls.expect(
        200,
        "",
        HttpCall.of("POST /stall-bookings/{bookingId}/cancellation", booking.text("bookingId"))
            .by(citizen(holder)));
  }

  private void run(String schedule) {
    calls
        .function("StallBookingScheduleFunction")
        .invoke(
            Json.MAPPER.writeValueAsString(
                Map.of("schedule", schedule, "scheduledTime", calls.clock.instant().toString())));
  }

  /**
   * Delivers every event that rides in the table and was not delivered, each as its schema says.
   */
  private void tell() {
    List<String> partitions = new ArrayList<>();
    LocalDate.parse("2026-07-01")
        .datesUntil(LocalDate.parse("2026-07-06"))
        .forEach(night -> partitions.add("STALL#SESSION#" + SITE + "#" + night));
    partitions.add("STALL#PERSON#person-first");
    for (String partition : partitions) {
      for (String event : calls.outbox(partition)) {
        schemas.validate(event);
        if (told.add(Json.MAPPER.readTree(event).path("id").asString(""))) {
          calls.deliver(event);
        }
      }
    }
  }

  /** Makes sure that a message of a template is in an inbox; gives back the newest one's text. */
  private String heardBy(TestCaller reader, String template) {
    tell();
    HttpAnswer inbox =
        calls.expect(
            200,
            "",
            HttpCall.of("GET /notifications")
                .by(reader)
                .query("limit", "100")
                .header("accept-language", "en"));
    return inbox
        .body()
        .path("items")
        .valueStream()
        .filter(item -> item.path("template").asString("").equals(template))
        .map(item -> item.path("text").asString(""))
        .findFirst()
        .orElseThrow(() -> new AssertionError(template + " is not in " + inbox.body()));
  }
}
