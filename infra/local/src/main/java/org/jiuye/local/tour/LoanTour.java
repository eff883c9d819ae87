package org.jiuye.local.tour;

import static org.jiuye.local.tour.Tour.expect;
import static org.jiuye.local.tour.Tour.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A loan, from the first question to the bank's inbox. */
final class LoanTour {
  private static final String ELIGIBLE = "ELIGIBLE";
  private static final Map<String, Object> APPLICANT =
      Map.of(
          "groups",
          List.of("VETERAN"),
          "loansBefore",
          0,
          "otherLoans",
          List.of(),
          "married",
          false);

  private final Visitor visitor;

  LoanTour(Visitor visitor) {
    this.visitor = visitor;
  }

  void walk() {
    visitor.step("May I have a loan? Anybody may ask, and nothing is kept.");
    JsonNode asked = check(Map.of("product", "PERSONAL"));
    expect(text(asked, "verdict").equals("NEEDS_INFORMATION"), "questions");
    visitor.saw(text(asked.path("questions").path(0), "text"));

    visitor.step("A veteran asks for 250,000 yuan in the summer of 2020.");
    JsonNode refused =
        check(
            Map.of(
                "product",
                "PERSONAL",
                "asOf",
                "2020-07-01",
                "amountFen",
                25_000_000,
                "applicant",
                APPLICANT));
    expect(text(refused, "verdict").equals("NOT_ELIGIBLE"), "a no");
    visitor.saw(text(refused.path("changes").path("smallest").path(0), "text"));
    keep();
  }

  private void keep() {
    String citizen = visitor.signIn(Tour.newName(), "citizen", "");
    visitor.step("Today the cap is higher. Keep the answer, sealed with the person's own key.");
    JsonNode loanCase =
        visitor.call(
            "POST",
            "/loan-cases",
            Optional.of(citizen),
            Map.of("product", "PERSONAL", "amountFen", 25_000_000, "applicant", APPLICANT),
            Map.of("Idempotency-Key", UUID.randomUUID().toString()),
            201);
    expect(text(loanCase, "verdict").equals(ELIGIBLE), "a yes");
    visitor.saw(text(loanCase.path("precheck"), "notice"));

    visitor.step("Refer it to a bank.");
    String loanCaseId = text(loanCase, "loanCaseId");
    visitor.call(
        "POST",
        "/loan-cases/" + loanCaseId + "/referral",
        Optional.of(citizen),
        Map.of("bankId", "rural-commercial"),
        200);
    hear(visitor.signIn("bank-rural-commercial", "bank", ""), loanCaseId);
    hear(visitor.signIn("caseworker-130529", "caseworker", "130529"), loanCaseId);
  }

  private void hear(String token, String loanCaseId) {
    visitor.step("There is a case, says the inbox, and nothing of what was told in it.");
    visitor.saw(text(visitor.awaitMessage(token, loanCaseId), "text"));
  }

  private JsonNode check(Map<String, Object> body) {
    return visitor.call("POST", "/loan-prechecks", Optional.empty(), body, 200);
  }
}
