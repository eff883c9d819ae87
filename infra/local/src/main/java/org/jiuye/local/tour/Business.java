package org.jiuye.local.tour;

import static org.jiuye.local.tour.Tour.expect;
import static org.jiuye.local.tour.Tour.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * An employer or a shop: somebody registers it, a caseworker verifies it.
 *
 * @param token of who acts for it
 */
record Business(String token, String creditCode) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** Registers one that nobody has registered yet. */
  static Business register(Visitor visitor, String name) {
    Business business = new Business(visitor.signIn(Tour.newName(), "employer", ""), newCode());
    visitor.step("Register " + name + " by its credit code, whose check character is verified.");
    JsonNode registered =
        visitor.call(
            "POST",
            "/employers",
            Optional.of(business.token()),
            Map.of("creditCode", business.creditCode(), "name", name),
            201);
    expect(text(registered, "state").equals("PENDING"), "an employer to be verified");
    return business;
  }

  /** Lets a caseworker say what was found; who registered the business hears of it. */
  void decide(Visitor visitor, String caseworker, Map<String, String> finding) {
    visitor.call(
        "POST",
        "/employers/" + creditCode + "/verification",
        Optional.of(caseworker),
        finding,
        200);
    String outcome = finding.getOrDefault("outcome", "").toLowerCase(Locale.ROOT);
    JsonNode message =
        visitor.awaitMessage(token, told -> text(told, "template").equals("employer-" + outcome));
    visitor.saw(text(message, "title") + ": " + text(message, "text"));
  }

  /** Verifies it. */
  void verify(Visitor visitor, String caseworker) {
    visitor.step("A caseworker has looked at it, and verifies it; who registered it is told.");
    decide(visitor, caseworker, Map.of("outcome", "VERIFIED"));
  }

  /** A code that is most likely nobody's, with its check character (GB 32100). */
  private static String newCode() {
    StringBuilder code = new StringBuilder("91130529MA0");
    while (code.length() < 17) {
      code.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
    }
    int sum = 0;
    int weight = 1;
    for (int place = 0; place < code.length(); place++) {
      sum += ALPHABET.indexOf(code.charAt(place)) * weight;
      weight = weight * 3 % 31;
    }
    return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
  }
}
