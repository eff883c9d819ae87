package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the functions answer is what the contract promises: every success, and most refusals. */
class RealAnswersTest {
  private static final String COUNTY = "130529";
  private static final String SITE = "people-park";
  private static final String TONIGHT = "2026-07-01";
  private static final String CANCELLATION = "POST /stall-bookings/{bookingId}/cancellation";
  private static final String SESSION = "GET /sites/{siteId}/sessions/{date}";

  private final RealCalls calls = new RealCalls("2026-07-01T04:00:00+08:00");
  private final EmulatedCloud cloud = calls.cloud;
  private final TestCaller citizen = TestCaller.citizen(cloud, "wang", "person-wang");
  private final TestCaller caseworker =
      TestCaller.of("desk", "caseworker", COUNTY).linkedTo(cloud, "person-desk");

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void sites() {
    expect(200, "", HttpCall.of("GET /sites"));
    expect(200, "", HttpCall.of("GET /sites").query("limit", "3").header("accept-language", "en"));
    expect(200, "", HttpCall.of("GET /sites").query("kind", "SHOPFRONT"));
    expect(200, "", HttpCall.of("GET /sites").query("division", "130529101"));
    expect(400, "invalid-request", HttpCall.of("GET /sites").query("limit", "0"));
    expect(400, "invalid-request", HttpCall.of("GET /sites").query("color", "red"));
    expect(400, "invalid-request", HttpCall.of("GET /sites").query("cursor", "%"));
    expect(200, "", HttpCall.of("GET /sites/{siteId}", SITE));
    expect(404, "site-not-found", HttpCall.of("GET /sites/{siteId}", "nowhere"));
    expect(404, "not-found", HttpCall.of("GET /sites/{siteId}", "NOWHERE"));
  }

  @Test
  void sessions() {
    expect(200, "", HttpCall.of(SESSION, SITE, TONIGHT));
    expect(200, "", HttpCall.of(SESSION, SITE, "2026-06-30"));
    expect(200, "", HttpCall.of(SESSION, SITE, "2026-09-01"));
    expect(200, "", HttpCall.of(SESSION, SITE, "2026-12-01"));
    expect(200, "", HttpCall.of(SESSION, SITE, "2001-07-01"));
    expect(400, "invalid-request", HttpCall.of(SESSION, SITE, "2026-02-30"));
    expect(404, "site-not-found", HttpCall.of(SESSION, "nowhere", TONIGHT));
  }

  @Test
  void bookings() {
    HttpAnswer booked = expect(201, "", book(citizen, TONIGHT, Map.of("stallNo", "A001")));
    String bookingId = booked.text("bookingId");
    HttpCall mine = HttpCall.of("GET /stall-bookings").by(citizen);
    expect(200, "", mine);
    expect(200, "", HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(citizen));
    expect(200, "", HttpCall.of(CANCELLATION, bookingId).by(citizen));
    expect(200, "", mine.header("accept-language", "en"));
    expect(409, "not-cancellable", HttpCall.of(CANCELLATION, bookingId).by(citizen));
    expect(404, "not-found", HttpCall.of(CANCELLATION, "none").by(citizen));
    expect(404, "not-found", HttpCall.of("GET /stall-bookings/{bookingId}", "none").by(citizen));
    expect(400, "invalid-request", mine.query("limit", "x"));
    expect(403, "wrong-role", mine.query("onBehalfOf", "person-li"));
    expect(422, "on-behalf-of-required", HttpCall.of("GET /stall-bookings").by(caseworker));
    expect(
        200,
        "",
        HttpCall.of("GET /stall-bookings").by(caseworker).query("onBehalfOf", "person-wang"));
    expect(
        400, "invalid-request", HttpCall.of(CANCELLATION, bookingId).by(citizen).body("{\"a\":1}"));
  }

  @Test
  void refusedBookings() {
    expect(201, "", book(citizen, TONIGHT, Map.of("stallNo", "A001")));
    TestCaller other = TestCaller.citizen(cloud, "li", "person-li");
    expect(409, "stall-taken", book(other, TONIGHT, Map.of("stallNo", "A001")));
    expect(409, "one-stall-a-night", book(citizen, TONIGHT, Map.of("stallNo", "A002")));
    expect(201, "", book(citizen, "2026-07-02", Map.of()));
    expect(201, "", book(citizen, "2026-07-03", Map.of()));
    expect(409, "weekly-limit", book(citizen, "2026-07-04", Map.of()));
    expect(409, "session-started", book(other, "2026-06-30", Map.of()));
    expect(422, "out-of-season", book(other, "2026-12-01", Map.of()));
    expect(422, "beyond-horizon", book(other, "2026-08-20", Map.of()));
    expect(422, "stall-unknown", book(other, TONIGHT, Map.of("stallNo", "Z999")));
    expect(422, "trade-not-allowed", book(other, TONIGHT, Map.of("trade", "FIREWORKS")));
    expect(422, "on-behalf-of-required", book(caseworker, TONIGHT, Map.of()));
    expect(201, "", book(caseworker, TONIGHT, Map.of("onBehalfOf", "person-zhao")));
    expect(403, "wrong-role", book(other, TONIGHT, Map.of("onBehalfOf", "person-zhao")));
    expect(404, "site-not-found", book(other, TONIGHT, Map.of("siteId", "nowhere")));
    TestCaller elsewhere = TestCaller.of("far", "caseworker", "130530");
    expect(403, "wrong-division", book(elsewhere, TONIGHT, Map.of("onBehalfOf", "person-zhao")));
    expect(
        403, "person-not-registered", book(TestCaller.of("new", "citizen", ""), TONIGHT, Map.of()));
    expect(403, "wrong-role", book(TestCaller.of("bank", "bank", ""), TONIGHT, Map.of()));
    expect(400, "invalid-request", book(other, "2026-02-30", Map.of("phone", "x")));
    HttpCall keyed = book(other, TONIGHT, Map.of()).header("idempotency-key", "one");
    expect(201, "", keyed);
    expect(201, "", keyed);
    expect(
        422,
        "idempotency-key-reused",
        book(other, "2026-07-02", Map.of()).header("idempotency-key", "one"));
    expect(400, "invalid-request", keyed.header("idempotency-key", "a b"));
  }

  @Test
  void bodiesThatCanNotBeRead() {
    HttpCall call = HttpCall.of("POST /stall-bookings").by(citizen);
    expect(400, "malformed-json", call.body("{"));
    expect(400, "body-not-an-object", call.body("[]"));
    expect(400, "body-missing", call);
    expect(413, "body-too-large", call.body("{\"a\":\"" + "x".repeat(70_000) + "\"}"));
    expect(415, "unsupported-media-type", call.body("{}").header("content-type", "text/plain"));
  }

  @Test
  void notifications() {
    HttpCall inbox = HttpCall.of("GET /notifications").by(caseworker);
    expect(200, "", inbox);
    expect(400, "invalid-request", inbox.query("limit", "101"));
    expect(403, "person-not-registered", inbox.by(TestCaller.of("new", "citizen", "")));
    expect(
        404,
        "not-found",
        HttpCall.of("POST /notifications/{notificationId}/read", "01KW6QG4F0H8R2S6T0V3W7X1YZ")
            .by(caseworker));
    HttpAnswer booked = expect(201, "", book(citizen, TONIGHT, Map.of("stallNo", "A001")));
    events(booked.text("bookingId")).forEach(calls::deliver);
    TestCaller responsible =
        TestCaller.of("responsible", "caseworker", COUNTY)
            .linkedTo(cloud, "person-caseworker-130529100");
    HttpCall theirs = HttpCall.of("GET /notifications").by(responsible);
    HttpAnswer filled = expect(200, "", theirs);
    String notificationId = filled.body().at("/items/0/notificationId").asString("");
    HttpCall read =
        HttpCall.of("POST /notifications/{notificationId}/read", notificationId).by(responsible);
    expect(200, "", read.header("accept-language", "en"));
    expect(200, "", theirs);
  }

  @Test
  void events() {
    HttpAnswer booked = expect(201, "", book(citizen, TONIGHT, Map.of("stallNo", "A001")));
    String bookingId = booked.text("bookingId");
    EventSchemas schemas = new EventSchemas();
    assertThat(events(bookingId)).hasSize(1).allSatisfy(schemas::validate);
    expect(200, "", HttpCall.of(CANCELLATION, bookingId).by(citizen));
    assertThat(events(bookingId))
        .hasSize(1)
        .allSatisfy(schemas::validate)
        .allMatch(event -> event.contains("booking-cancelled"));
    calls
        .function("StallBookingScheduleFunction")
        .invoke("{\"schedule\":\"announce-sessions\",\"scheduledTime\":\"2026-07-01T08:00:00Z\"}");
    assertThat(calls.outbox("STALL#ANNOUNCEMENTS#" + SITE))
        .hasSize(1)
        .allSatisfy(schemas::validate);
  }

  private HttpAnswer expect(int status, String code, HttpCall call) {
    return calls.expect(status, code, call);
  }

  private HttpCall book(TestCaller caller, String date, Map<String, String> more) {
    Map<String, String> body = new HashMap<>(Map.of("siteId", SITE, "trade", "TOYS", "date", date));
    body.putAll(more);
    return HttpCall.of("POST /stall-bookings").by(caller).json(body);
  }

  /** The events that ride in a booking's items. */
  private List<String> events(String bookingId) {
    return calls.outbox("STALL#SESSION#" + SITE + "#" + TONIGHT).stream()
        .filter(event -> event.contains(bookingId))
        .toList();
  }
}
