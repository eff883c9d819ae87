package org.jiuye.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a route answered.
 *
 * @param body its JSON; missing where there was none
 */
public record HttpAnswer(int status, Map<String, String> headers, JsonNode body) {
  static HttpAnswer of(JsonNode answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    JsonNode body = answer.path("body");
    return new HttpAnswer(
        answer.path("statusCode").asInt(),
        headers,
        body.isMissingNode() ? MissingNode.getInstance() : Json.MAPPER.readTree(body.asString()));
  }

  /** A text of the body, empty where it has none. */
  public String text(String field) {
    return body.path(field).asString("");
  }

  /** The problem's code, empty where it is none. */
  public String code() {
    return status < 400 ? "" : text("code");
  }
}
