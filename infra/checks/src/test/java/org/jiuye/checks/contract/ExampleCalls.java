package org.jiuye.checks.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jiuye.testing.HttpCall;
import tools.jackson.databind.JsonNode;

/** The calls that the contract shows as examples, by nobody yet. */
public final class ExampleCalls {
  private static final ApiDocument DOCUMENT = ApiDocument.read();

  private ExampleCalls() {}

  /**
   * The calls of a route: one for each example of its body, or one where it takes none.
   *
   * @param routeKey for example {@code GET /sites/{siteId}}
   */
  public static List<HttpCall> of(String routeKey) {
    ApiDocument.Operation operation =
        Objects.requireNonNull(DOCUMENT.operations().get(routeKey), routeKey);
    List<JsonNode> bodies = bodies(operation);
    return bodies.isEmpty()
        ? List.of(withoutBody(operation))
        : bodies.stream().map(body -> withoutBody(operation).body(body.toString())).toList();
  }

  private static HttpCall withoutBody(ApiDocument.Operation operation) {
    HttpCall call = HttpCall.of(operation.routeKey(), arguments(operation));
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asString("");
      if (parameter.has("example")) {
        String example = parameter.path("example").asString("");
        call =
            switch (parameter.path("in").asString("")) {
              case "query" -> call.query(name, example);
              case "header" ->
                  call.header(
                      name.toLowerCase(Locale.ROOT),
                      // A key stands for one wish of one caller.
                      name.equals("Idempotency-Key") ? UUID.randomUUID().toString() : example);
              default -> call;
            };
      }
    }
    return call;
  }

  private static String[] arguments(ApiDocument.Operation operation) {
    List<String> arguments = new ArrayList<>();
    for (String part : operation.path().split("/", -1)) {
      if (part.startsWith("{")) {
        arguments.add(example(operation, part.substring(1, part.length() - 1)));
      }
    }
    return arguments.toArray(String[]::new);
  }

  private static String example(ApiDocument.Operation operation, String parameter) {
    return operation.parameters().stream()
        .filter(candidate -> candidate.path("in").asString("").equals("path"))
        .filter(candidate -> candidate.path("name").asString("").equals(parameter))
        .map(candidate -> candidate.path("example").asString(""))
        .filter(example -> !example.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s: the path's %s has no example".formatted(operation, parameter)));
  }

  private static List<JsonNode> bodies(ApiDocument.Operation operation) {
    JsonNode content = operation.node().path("requestBody").path("content").path(ApiDocument.JSON);
    List<JsonNode> bodies = new ArrayList<>();
    if (content.has("example")) {
      bodies.add(content.path("example"));
    }
    content.path("examples").forEach(example -> bodies.add(example.path("value")));
    return bodies;
  }
}
