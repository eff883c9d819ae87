package org.jiuye.checks.chain;

import static org.jiuye.checks.chain.Answers.expect;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who puts ID numbers, phones and tokens wherever a request has room. */
final class LoudCaller {
  private static final String BOOKINGS = "/stall-bookings";
  private static final Map<String, String> WISH =
      Map.of("siteId", "youth-park", "date", "2026-07-03", "trade", "FRUIT");

  private final CloudProcess cloud;
  private final Account account;
  private final Account staff;
  private final List<String> answers = new ArrayList<>();

  LoudCaller(CloudProcess cloud) {
    this.cloud = cloud;
    this.account = cloud.account("loud", "citizen", "");
    this.staff = cloud.account("loud-desk", "caseworker", "130529100");
  }

  /** The tokens that were used. */
  List<String> tokens() {
    return List.of(account.token(), staff.token());
  }

  /** What was answered, headers included. */
  List<String> answers() {
    return answers;
  }

  void call() {
    for (String secret : Secrets.all()) {
      callWith(secret);
    }
    // Of tokens, the caller's own.
    callWith(account.token());
    book(WISH, "first " + Secrets.PHONE);
  }

  private void callWith(String secret) {
    intoFields(secret);
    intoBodies(secret);
    intoHeaders(secret);
    intoAddresses(secret);
  }

  private void intoFields(String secret) {
    for (String field :
        List.of("siteId", "date", "stallNo", "trade", "onBehalfOf", "note", secret)) {
      Map<String, Object> body = new HashMap<>(WISH);
      body.put(field, secret);
      send(post(BOOKINGS).json(body));
      send(cloud.call("POST", BOOKINGS).by(staff).json(body));
      body.put(field, Map.of(secret, List.of(secret)));
      send(post(BOOKINGS).json(body));
    }
    Map<String, String> hidden = new HashMap<>(WISH);
    hidden.put("onBehalfOf", "person-" + secret);
    send(cloud.call("POST", BOOKINGS).by(staff).json(hidden));
  }

  private void intoBodies(String secret) {
    for (String body :
        List.of(
            secret,
            "\"" + secret + "\"",
            "[\"" + secret + "\"]",
            "{\"siteId\":\"" + secret,
            "{\"siteId\":" + secret + "}",
            "{\"" + secret + "\":1,\"" + secret + "\":2}",
            "{\"date\":\"" + secret + "\\x\"}")) {
      send(post(BOOKINGS).body(body));
      send(post(BOOKINGS).body(body, "text/" + "plain"));
      send(post(BOOKINGS).body(body.getBytes(StandardCharsets.UTF_16), "application/json"));
      send(post(BOOKINGS + "/x/cancellation").body(body));
      send(post("/notifications/x/read").body(body));
    }
  }

  private void intoHeaders(String secret) {
    for (String header :
        List.of(
            "accept-language",
            "x-note",
            "cookie",
            "user-agent",
            "payload",
            "if-match",
            "origin",
            "x-amzn-trace-id",
            "x-forwarded-for",
            "referer")) {
      send(cloud.call("GET", "/sites?limit=1").header(header, secret));
      send(post(BOOKINGS).header(header, secret).body("{}"));
    }
    send(post(BOOKINGS).body("{}", secret));
    send(post(BOOKINGS).body("{}", "application/json; name=" + secret));
    send(cloud.call("GET", BOOKINGS).token(secret));
    send(cloud.call("GET", BOOKINGS).header("authorization", secret));
    String key = secret.length() > 100 ? secret.substring(secret.length() - 100) : secret;
    book(WISH, key);
    send(post(BOOKINGS).header("idempotency-key", key + " ").json(Map.of()));
    send(post(BOOKINGS + "/x/cancellation").header("idempotency-key", key));
  }

  private void intoAddresses(String secret) {
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    for (String path :
        List.of(
            "/sites?kind=" + encoded,
            "/sites?division=" + encoded,
            "/sites?limit=" + encoded,
            "/sites?cursor=" + cursor,
            "/sites?" + encoded + "=1",
            "/sites/" + encoded,
            "/sites/people-park/sessions/" + encoded,
            BOOKINGS + "?onBehalfOf=" + encoded,
            BOOKINGS + "?cursor=" + cursor,
            BOOKINGS + "?" + encoded + "=" + encoded,
            BOOKINGS + "/" + encoded,
            "/notifications?cursor=" + cursor,
            "/notifications?" + encoded,
            "/" + encoded,
            "/sites/%zz".replace("%zz", encoded) + "/" + encoded)) {
      send(cloud.call("GET", path).by(account));
      send(cloud.call("GET", path).by(staff));
    }
    send(post(BOOKINGS + "/" + encoded + "/cancellation"));
    send(post("/notifications/" + encoded + "/read"));
    send(post("/" + encoded).body(secret));
  }

  /** A booking that succeeds, and its cancellation, so that there is room for the next one. */
  private void book(Map<String, String> wish, String key) {
    String idempotencyKey = key.replace(' ', '-');
    HttpResponse<String> booked =
        expect("201", send(post(BOOKINGS).header("idempotency-key", idempotencyKey).json(wish)));
    expect(
        "200",
        send(
            post(BOOKINGS + "/" + Answers.text(booked, "bookingId") + "/cancellation")
                .header("idempotency-key", idempotencyKey)
                .header("x-note", key)));
  }

  private Call post(String path) {
    return cloud.call("POST", path).by(account);
  }

  private HttpResponse<String> send(Call call) {
    HttpResponse<String> answer = call.sendOutsideContract();
    answers.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
    return answer;
  }
}
