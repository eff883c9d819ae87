package org.jiuye.local.tour;

import static org.jiuye.local.tour.Tour.expect;
import static org.jiuye.local.tour.Tour.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The tour's Wednesday at the job market: an employer, a vacancy, a hire. At its end the employer
 * is rejected, which frees its stall, so that the tour can be walked again.
 */
final class MarketTour {
  private static final String WEDNESDAY = "2026-07-08";
  private static final String HALF_PAST_NINE = WEDNESDAY + "T09:30:00+08:00";

  private final Visitor visitor;
  private final String caseworker;

  MarketTour(Visitor visitor, String caseworker) {
    this.visitor = visitor;
    this.caseworker = caseworker;
  }

  void walk() {
    Business employer = Business.register(visitor, "Sample Foods");
    visitor.step("Nobody stands in the county's hall whom it does not know.");
    refuse(employer, "", 409, "employer-not-verified");
    employer.verify(visitor, caseworker);
    visitor.step("“Men only”? The law forbids it, and the answer says which.");
    refuse(employer, "Men only.", 422, "discriminating-limit");
    JsonNode booking = book(employer);
    checkIn(booking);
    hire(employer, booking);
    reject(employer, booking);
  }

  private void refuse(Business employer, String conditions, int status, String code) {
    JsonNode problem =
        visitor.call(
            "POST",
            "/stall-bookings",
            Optional.of(employer.token()),
            wish(employer, conditions),
            status);
    expect(text(problem, "code").equals(code), "the code " + code);
    visitor.saw(text(problem, "title"));
  }

  private static Map<String, Object> wish(Business employer, String conditions) {
    Map<String, Object> vacancy = new HashMap<>();
    vacancy.put("title", "Packer");
    vacancy.put("duties", "Packs food.");
    vacancy.put("headcount", 10);
    vacancy.put("monthlyPay", Map.of("from", 3500, "to", 5000));
    vacancy.put("place", "Julu");
    vacancy.put("validUntil", "2026-08-31");
    if (!conditions.isEmpty()) {
      vacancy.put("conditions", conditions);
    }
    return Map.of(
        "siteId",
        "job-market",
        "date",
        WEDNESDAY,
        "creditCode",
        employer.creditCode(),
        "vacancies",
        List.of(vacancy));
  }

  private JsonNode book(Business employer) {
    visitor.step("Book a stall for next Wednesday, with a vacancy that anybody can see.");
    JsonNode booking =
        visitor.call(
            "POST", "/stall-bookings", Optional.of(employer.token()), wish(employer, ""), 201);
    expect(isPublic(employer), "the vacancy among those of the day");
    return booking;
  }

  private boolean isPublic(Business employer) {
    JsonNode vacancies =
        visitor.call(
            "GET", "/vacancies?date=" + WEDNESDAY + "&limit=100", Optional.empty(), Map.of(), 200);
    return vacancies.toString().contains(employer.creditCode());
  }

  private void checkIn(JsonNode booking) {
    visitor.step("It is Wednesday, half past nine: the warden checks the employer in.");
    visitor.call("POST", "/_local/clock", Optional.empty(), Map.of("now", HALF_PAST_NINE), 200);
    String warden = visitor.signIn("warden-130529100", "warden", "130529100");
    visitor.call(
        "POST",
        "/stall-bookings/" + text(booking, "bookingId") + "/check-in",
        Optional.of(warden),
        Map.of("code", text(booking, "code")),
        200);
  }

  private void hire(Business employer, JsonNode booking) {
    String name = Tour.newName();
    String worker = visitor.signIn(name, "citizen", "");
    String outcome = "/stall-bookings/" + text(booking, "bookingId") + "/outcome";
    visitor.step("The employer reports what came of it, and whom it hired.");
    JsonNode reported =
        visitor.call(
            "POST",
            outcome,
            Optional.of(employer.token()),
            Map.of(
                "interviews",
                12,
                "intents",
                5,
                "hires",
                List.of(Map.of("vacancyNo", 1, "personId", "person-" + name))),
            201);
    String hireId = text(reported.path("hires").path(0), "hireId");

    visitor.step("The worker hears of it, and says that it is true.");
    visitor.saw(text(visitor.awaitMessage(worker, hireId), "text"));
    visitor.call(
        "POST", "/stall-hires/" + hireId + "/confirmation", Optional.of(worker), Map.of(), 200);
    JsonNode counted = visitor.call("GET", outcome, Optional.of(employer.token()), Map.of(), 200);
    expect(counted.path("hired").path("CONFIRMED").asInt() == 1, "one confirmed hire");
  }

  private void reject(Business employer, JsonNode booking) {
    visitor.step("It turns out that the work is not what was promised: the employer is rejected.");
    employer.decide(
        visitor, caseworker, Map.of("outcome", "REJECTED", "reason", "UNLAWFUL_VACANCIES"));
    JsonNode ended =
        visitor.call(
            "GET",
            "/stall-bookings/" + text(booking, "bookingId"),
            Optional.of(employer.token()),
            Map.of(),
            200);
    expect(text(ended, "state").equals("SITE_CANCELLED"), "a stall that was withdrawn");
    expect(!isPublic(employer), "no vacancy of it any more");
  }
}
