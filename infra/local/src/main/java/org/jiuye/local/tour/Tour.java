package org.jiuye.local.tour;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The five-minute tour of {@code README.md}, walked by itself: one booking from the door to the
 * caseworker's inbox, one night, one day at the job market and one shop. It sets the county's
 * clock, so it works in any year, and gives it back.
 */
public final class Tour {
  private static final String NOON = "T12:00:00+08:00";
  private static final LocalDate NIGHT = LocalDate.of(2026, 7, 1);
  private static final String SITE = "people-park";
  private static final String CASEWORKER = "caseworker-130529100";

  private final Visitor visitor;

  private Tour(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Walks the tour; the exit status is 1 when a step fails. */
  public static void main(String[] arguments) {
    String address = arguments.length == 0 ? "http://127.0.0.1:8080" : arguments[0];
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Visitor visitor = new Visitor(URI.create(address), out);
    try {
      new Tour(visitor).walk();
      out.printf("%nThe tour is over: %d steps, all as they should be.%n", visitor.steps());
    } catch (TourFailure failure) {
      out.printf("%nThe tour FAILED at step %d: %s%n", visitor.steps(), failure.getMessage());
      System.exit(1);
    }
  }

  private void walk() {
    visitor.step("Set the county's clock to a summer noon: night markets have a season.");
    visitor.call("POST", "/_local/clock", Optional.empty(), Map.of("now", NIGHT + NOON), 200);
    try {
      visit();
    } finally {
      visitor.step("Give the clock its real time back.");
      Map<String, Object> realTime = new LinkedHashMap<>();
      realTime.put("now", null);
      visitor.call("POST", "/_local/clock", Optional.empty(), realTime, 200);
    }
  }

  private void visit() {
    browse();
    String wang = visitor.signIn(newName(), "citizen", "");
    JsonNode booking = book(wang);
    refuse(booking);
    String caseworker = hear(booking);
    serveAtTheDesk(caseworker);
    cancel(wang, booking);
    announce(caseworker);
    new NightTour(visitor).walk();
    new MarketTour(visitor, caseworker).walk();
    new FrontageTour(visitor, caseworker).walk();
    new LoanTour(visitor).walk();
    checkQueues();
  }

  private void browse() {
    visitor.step("Which night markets are there? Anybody may look.");
    JsonNode sites =
        visitor.call("GET", "/sites?kind=NIGHT_MARKET&limit=100", Optional.empty(), Map.of(), 200);
    expect(sites.path("items").size() >= 20, "20 sites or more");
    visitor.saw(sites.path("items").size() + " sites");

    visitor.step("Which stalls are free tonight at the People's Park?");
    visitor.saw(session().path("free").asInt() + " stalls are free");
  }

  private JsonNode session() {
    return visitor.call(
        "GET", "/sites/" + SITE + "/sessions/" + NIGHT, Optional.empty(), Map.of(), 200);
  }

  private JsonNode book(String wang) {
    Map<String, String> wish = Map.of("siteId", SITE, "date", NIGHT.toString(), "trade", "SNACKS");
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    visitor.step("Book any free stall for tonight.");
    JsonNode booking = visitor.call("POST", "/stall-bookings", Optional.of(wang), wish, key, 201);
    visitor.saw("stall " + text(booking, "stallNo") + " is ours, " + text(booking, "bookingId"));

    visitor.step("The network failed? The same request again has no second effect.");
    JsonNode again = visitor.call("POST", "/stall-bookings", Optional.of(wang), wish, key, 201);
    expect(again.equals(booking), "the same answer");
    visitor.saw("the same booking");

    visitor.step("My bookings.");
    JsonNode mine = visitor.call("GET", "/stall-bookings", Optional.of(wang), Map.of(), 200);
    expect(mine.path("items").size() == 1, "one booking");
    return booking;
  }

  private void refuse(JsonNode booking) {
    String other = visitor.signIn(newName(), "citizen", "");
    visitor.step("Somebody else wants the same stall.");
    JsonNode problem =
        visitor.call(
            "POST",
            "/stall-bookings",
            Optional.of(other),
            Map.of(
                "siteId",
                SITE,
                "date",
                NIGHT.toString(),
                "stallNo",
                text(booking, "stallNo"),
                "trade",
                "TOYS"),
            409);
    expect(text(problem, "code").equals("stall-taken"), "the code stall-taken");
    visitor.saw(text(problem, "title"));
  }

  private String hear(JsonNode booking) {
    String caseworker = visitor.signIn(CASEWORKER, "caseworker", "130529100");
    visitor.step("The booking has gone through stream, relay and queue to the caseworker's inbox.");
    JsonNode notification = visitor.awaitMessage(caseworker, text(booking, "bookingId"));
    visitor.call("GET", "/notifications?limit=5", Optional.of(caseworker), Map.of(), 200);
    visitor.saw(text(notification, "title") + ": " + text(notification, "text"));

    visitor.step("Read it.");
    JsonNode read =
        visitor.call(
            "POST",
            "/notifications/" + text(notification, "notificationId") + "/read",
            Optional.of(caseworker),
            Map.of(),
            200);
    expect(!text(read, "readAt").isEmpty(), "the time of reading");
    return caseworker;
  }

  private void serveAtTheDesk(String caseworker) {
    visitor.step("A neighbour without a smartphone is served at the town's desk.");
    JsonNode booking =
        visitor.call(
            "POST",
            "/stall-bookings",
            Optional.of(caseworker),
            Map.of(
                "siteId",
                SITE,
                "date",
                NIGHT.toString(),
                "trade",
                "CLOTHING",
                "onBehalfOf",
                "person-" + newName()),
            201);
    expect(booking.path("onBehalf").asBoolean(), "a booking on behalf of somebody");
    cancel(caseworker, booking);
  }

  private void cancel(String token, JsonNode booking) {
    visitor.step("Give stall " + text(booking, "stallNo") + " back.");
    JsonNode cancelled =
        visitor.call(
            "POST",
            "/stall-bookings/" + text(booking, "bookingId") + "/cancellation",
            Optional.of(token),
            Map.of(),
            200);
    expect(text(cancelled, "state").endsWith("CANCELLED"), "a cancelled booking");
    visitor.saw("the booking is " + text(cancelled, "state"));
  }

  private void announce(String caseworker) {
    visitor.step("At 16:00 the schedule tells the caseworkers how tonight is booked; run it now.");
    visitor.call(
        "POST", "/_local/schedules/announce-sessions/runs", Optional.empty(), Map.of(), 200);
    visitor.awaitMessage(caseworker, SITE + "/" + NIGHT);
    visitor.saw("the announcement is in the inbox");
  }

  private void checkQueues() {
    visitor.step("Nothing was lost on the way: no dead letters.");
    JsonNode queues =
        visitor.call("GET", "/_local/queues", Optional.empty(), Map.of(), 200).path("queues");
    for (JsonNode queue : queues) {
      boolean deadLetters = queue.path("isDeadLetterQueue").asBoolean();
      expect(
          !deadLetters || queue.path("visible").asInt() == 0, "no message in a dead-letter queue");
    }
    visitor.saw(queues.size() + " queues, no dead letters");
  }

  /** An account that is new at each tour. */
  static String newName() {
    return "tour-" + UUID.randomUUID().toString().substring(0, 8);
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  static void expect(boolean met, String what) {
    if (!met) {
      throw new TourFailure("expected " + what);
    }
  }
}
