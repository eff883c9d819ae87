package org.jiuye.local.tour;

import static org.jiuye.local.tour.Tour.expect;
import static org.jiuye.local.tour.Tour.text;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The tour's one night: a vendor is checked in by the warden, then it rains. It leaves the session
 * open, so that the tour can be walked again.
 */
final class NightTour {
  private static final String HALF_PAST_SIX = "2026-07-01T18:30:00+08:00";
  private static final String NIGHT = "2026-07-01";
  private static final String SITE = "apricot-park";
  private static final String SESSION = "/sites/" + SITE + "/sessions/" + NIGHT;

  private final Visitor visitor;

  NightTour(Visitor visitor) {
    this.visitor = visitor;
  }

  void walk() {
    String vendor = visitor.signIn(Tour.newName(), "citizen", "");
    visitor.step("Book a stall at another park. The booking has six digits for the warden.");
    Map<String, String> wish = Map.of("siteId", SITE, "date", NIGHT, "trade", "TOYS");
    JsonNode booking = visitor.call("POST", "/stall-bookings", Optional.of(vendor), wish, 201);
    expect(text(booking, "code").length() == 6, "a code of six digits");

    visitor.step("It is half past six, and the stalls are open.");
    visitor.call("POST", "/_local/clock", Optional.empty(), Map.of("now", HALF_PAST_SIX), 200);
    String warden = visitor.signIn("warden-130529100", "warden", "130529100");
    checkIn(warden, booking);

    visitor.step("The vendor's standing: nobody who comes has anything to fear.");
    JsonNode standing =
        visitor.call("GET", "/stall-bookings/standing", Optional.of(vendor), Map.of(), 200);
    expect(standing.path("strikes").isEmpty(), "no strikes");
    rain(warden, vendor, booking);
  }

  private void checkIn(String warden, JsonNode booking) {
    visitor.step("The warden walks the park with the roster, on which there are no codes.");
    JsonNode roster = visitor.call("GET", SESSION + "/roster", Optional.of(warden), Map.of(), 200);
    visitor.saw(roster.path("stalls").size() + " stalls");

    visitor.step("The vendor tells the six digits, the warden checks the vendor in.");
    JsonNode checkedIn =
        visitor.call(
            "POST",
            "/stall-bookings/" + text(booking, "bookingId") + "/check-in",
            Optional.of(warden),
            Map.of("code", text(booking, "code")),
            200);
    expect(text(checkedIn, "state").equals("CHECKED_IN"), "a holder who is checked in");
  }

  private void rain(String warden, String vendor, JsonNode booking) {
    visitor.step("It begins to rain: the warden closes the session.");
    visitor.call("POST", SESSION + "/closure", Optional.of(warden), Map.of("reason", "RAIN"), 200);
    try {
      visitor.step("Every holder is told in the own inbox.");
      JsonNode message = visitor.awaitMessage(vendor, text(booking, "bookingId"));
      visitor.saw(text(message, "title") + ": " + text(message, "text"));
    } finally {
      visitor.step("Open the session again.");
      visitor.call("POST", SESSION + "/reopening", Optional.of(warden), Map.of(), 200);
    }
  }
}
