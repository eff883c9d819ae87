package org.jiuye.local.tour;

import static org.jiuye.local.tour.Tour.expect;
import static org.jiuye.local.tour.Tour.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The tour's evening in a street of shops; the shop gives its frontage up at the end. */
final class FrontageTour {
  private static final String STREET = "old-style-street";
  private static final int PLACES = 64;
  private static final String NIGHT = "2026-07-08";
  private static final String NINE = NIGHT + "T21:00:00+08:00";
  private static final String HALF_PAST_EIGHT = NIGHT + "T20:30:00+08:00";

  private final Visitor visitor;
  private final String caseworker;

  FrontageTour(Visitor visitor, String caseworker) {
    this.visitor = visitor;
    this.caseworker = caseworker;
  }

  void walk() {
    Business shop = Business.register(visitor, "Sample Noodles");
    shop.verify(visitor, caseworker);
    String stallNo = freePlace();
    visitor.step("The shop declares the pavement in front of it until the end of the month.");
    JsonNode frontage =
        visitor.call(
            "POST",
            "/frontages",
            Optional.of(shop.token()),
            Map.of(
                "siteId",
                STREET,
                "stallNo",
                stallNo,
                "creditCode",
                shop.creditCode(),
                "shopName",
                "Sample Noodles",
                "from",
                NIGHT,
                "to",
                "2026-07-31"),
            201);
    String path = "/frontages/" + text(frontage, "frontageId");
    try {
      suspend(shop, path, text(frontage, "frontageId"));
    } finally {
      visitor.step("The shop gives the frontage up.");
      visitor.call(
          "POST",
          path + "/end",
          Optional.of(shop.token()),
          Map.of("reason", "NO_LONGER_NEEDED"),
          200);
    }
  }

  private String freePlace() {
    visitor.step("What is declared in the street, coming seasons too?");
    String declared =
        visitor
            .call(
                "GET",
                "/sites/" + STREET + "/frontages?limit=100",
                Optional.of(caseworker),
                Map.of(),
                200)
            .toString();
    for (int number = PLACES; number > 0; number--) {
      String stallNo = String.format(Locale.ROOT, "A%03d", number);
      if (!declared.contains('"' + stallNo + '"')) {
        return stallNo;
      }
    }
    throw new TourFailure("expected a frontage that nobody has declared");
  }

  private void suspend(Business shop, String path, String frontageId) {
    visitor.step("At nine in the evening the warden has seen tables beyond the line.");
    visitor.call("POST", "/_local/clock", Optional.empty(), Map.of("now", NINE), 200);
    String warden = visitor.signIn("warden-130529100", "warden", "130529100");
    visitor.call(
        "POST",
        path + "/breaches",
        Optional.of(warden),
        Map.of("kind", "BEYOND_LINE", "at", HALF_PAST_EIGHT),
        201);

    visitor.step("The county suspends the frontage, and its holder is told.");
    visitor.call(
        "POST",
        path + "/suspension",
        Optional.of(caseworker),
        Map.of("reason", "SERIOUS_BREACH", "until", "2026-07-15"),
        200);
    JsonNode message =
        visitor.awaitMessage(
            shop.token(), told -> text(told, "template").startsWith("frontage-suspended"));
    expect(text(message, "subject").equals(frontageId), "a message about the frontage");
    visitor.saw(text(message, "text"));

    visitor.step("It is put right, and the suspension is lifted.");
    visitor.call(
        "POST", path + "/lifting", Optional.of(caseworker), Map.of("reason", "REMEDIED"), 200);
    JsonNode mine =
        visitor.call("GET", "/frontages/mine", Optional.of(shop.token()), Map.of(), 200);
    expect(text(mine.path("items").path(0), "state").equals("ACTIVE"), "an active frontage");
  }
}
