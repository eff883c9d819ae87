package org.jiuye.shared.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a function answered, as API Gateway reads it. */
record Answer(int status, Map<String, String> headers, JsonNode body) {
  static Answer read(byte[] bytes) {
    JsonNode answer = Json.MAPPER.readTree(bytes);
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().stringValue()));
    JsonNode body =
        answer.has("body")
            ? Json.MAPPER.readTree(answer.get("body").stringValue())
            : MissingNode.getInstance();
    return new Answer(answer.get("statusCode").intValue(), headers, body);
  }

  String code() {
    return body.path("code").asString("");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The wrong values, as place, name and code. */
  List<String> errors() {
    return body.path("errors")
        .valueStream()
        .map(
            error -> {
              String place =
                  error.propertyNames().stream()
                      .filter(name -> !name.equals("code") && !name.equals("detail"))
                      .findFirst()
                      .orElseThrow();
              return place
                  + " "
                  + error.get(place).stringValue()
                  + " "
                  + error.get("code").stringValue();
            })
        .toList();
  }
}
