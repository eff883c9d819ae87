package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractValidatorTest {
  private static final String SESSION =
      """
      {"siteId":"people-park","date":"2026-07-01","opensAt":"2026-07-01T18:00:00+08:00",
       "closesAt":"2026-07-01T23:30:00+08:00","bookable":true,
       "stalls":[{"stallNo":"A001","state":"FREE"}],"free":1,"waiting":0}\
      """;
  private static final String TAKEN =
      """
      {"type":"urn:jiuye:problem:stall-taken","title":"Taken","status":409,
       "instance":"urn:jiuye:request:1","code":"stall-taken"}\
      """;
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";

  private final ContractValidator validator = new ContractValidator();

  @Test
  void anAnswerAsDocumentedPasses() {
    assertThat(session(SESSION)).isEmpty();
    assertThat(refusedBooking(TAKEN)).isEmpty();
  }

  @Test
  void aFieldThatIsNotDocumentedIsTold() {
    assertThat(session(SESSION.replace("\"free\"", "\"holder\":\"person-1\",\"free\"")))
        .singleElement()
        .asString()
        .contains("holder");
  }

  @Test
  void aMissingFieldIsTold() {
    assertThat(session(SESSION.replace("\"free\":1,", "")))
        .singleElement()
        .asString()
        .contains("free");
  }

  @Test
  void aTimeWithoutOffsetIsTold() {
    assertThat(session(SESSION.replace("18:00:00+08:00", "18:00:00")))
        .isNotEmpty()
        .allMatch(deviation -> deviation.startsWith("/opensAt"));
  }

  @Test
  void aReasonOfWhatCanBeBookedIsTold() {
    assertThat(session(SESSION.replace("\"free\"", "\"reason\":\"OUT_OF_SEASON\",\"free\"")))
        .isNotEmpty();
  }

  @Test
  void aCodeThatIsNotDocumentedIsTold() {
    assertThat(refusedBooking(TAKEN.replace("\"stall-taken\"", "\"stall-gone\"")))
        .singleElement()
        .asString()
        .startsWith("/code");
  }

  @Test
  void aMemberThatItsCodeAsksForIsMissed() {
    assertThat(refusedBooking(TAKEN.replace("stall-taken", "weekly-limit")))
        .singleElement()
        .asString()
        .contains("limit");
  }

  @Test
  void aStatusThatIsNotDocumentedIsTold() {
    assertThat(
            validator.deviations(
                "GET", "/sites", new Answer(418, Map.of("content-type", JSON), "{}")))
        .containsExactly("GET /sites documents no status 418");
  }

  @Test
  void aMediaTypeThatIsNotDocumentedIsTold() {
    Answer answer = new Answer(200, Map.of("content-type", "text/html"), SESSION);

    assertThat(validator.deviations("GET", "/sites/people-park/sessions/2026-07-01", answer))
        .containsExactly("GET /sites/{siteId}/sessions/{date} 200 documents no text/html");
  }

  @Test
  void aMissingHeaderIsTold() {
    Answer answer = new Answer(409, Map.of("content-type", PROBLEM), TAKEN);

    assertThat(validator.deviations("POST", "/stall-bookings", answer))
        .containsExactly("header Content-Language is missing");
  }

  @Test
  void whatFollowsTheBodyIsTold() {
    assertThat(session(SESSION + "{}")).singleElement().asString().contains("not JSON");
  }

  @Test
  void aPathThatIsNotDocumentedIsAnsweredByTheGateway() {
    Map<String, String> headers = Map.of("content-type", "application/json");
    Answer notFound = new Answer(404, headers, "{\"message\":\"Not Found\"}");
    Answer found = new Answer(200, headers, "{}");

    assertThat(validator.deviations("GET", "/nowhere", notFound)).isEmpty();
    assertThat(validator.deviations("GET", "/nowhere", found)).isNotEmpty();
    assertThat(validator.deviations("DELETE", "/sites", notFound)).isEmpty();
  }

  private List<String> session(String body) {
    return validator.deviations(
        "GET",
        "/sites/people-park/sessions/2026-07-01",
        new Answer(200, Map.of("content-type", JSON), body));
  }

  private List<String> refusedBooking(String body) {
    return validator.deviations(
        "POST",
        "/stall-bookings",
        new Answer(409, Map.of("Content-Type", PROBLEM, "content-language", "en"), body));
  }
}
