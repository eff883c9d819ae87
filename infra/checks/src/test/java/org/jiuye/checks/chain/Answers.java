package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.JsonNode;

/** Reads what was answered. */
final class Answers {
  private Answers() {}

  static JsonNode json(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body());
  }

  /** A text of the answer's top level, empty where there is none. */
  static String text(HttpResponse<String> answer, String field) {
    return json(answer).path(field).asString("");
  }

  /** Status and, of a problem, code: {@code "409 stall-taken"}. */
  static String outcome(HttpResponse<String> answer) {
    String code = answer.statusCode() < 400 ? "" : text(answer, "code");
    return (answer.statusCode() + " " + code).strip();
  }

  static HttpResponse<String> expect(String outcome, HttpResponse<String> answer) {
    assertThat(outcome(answer)).as(answer.request() + ": " + answer.body()).isEqualTo(outcome);
    return answer;
  }
}
