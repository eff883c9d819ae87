package org.jiuye.local.control;

import java.util.Map;
import org.jiuye.local.http.HttpAnswer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request to the control that is refused; answered as RFC 9457 asks. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad Request",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          409, "Conflict",
          502, "Bad Gateway");

  private final int status;
  private final String code;
  private final String detail;

  /**
   * A refusal.
   *
   * @param code stable, for programs
   * @param detail what is wrong and what would be right, for people
   */
  ProblemException(int status, String code, String detail) {
    super(code + ": " + detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(400, "invalid-request", detail);
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(404, "not-found", detail);
  }

  HttpAnswer answer() {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", TITLES.getOrDefault(status, "Error"));
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    return HttpAnswer.of(status, "application/problem+json", JSON.writeValueAsBytes(problem));
  }
}
