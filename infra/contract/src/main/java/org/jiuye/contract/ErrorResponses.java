package org.jiuye.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes out what an operation may answer instead of a success. */
final class ErrorResponses {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SCHEMAS = "#/components/schemas/";

  private final Frame frame;
  private final Map<String, ProblemKind> problems;

  ErrorResponses(Frame frame, Map<String, ProblemKind> problems) {
    this.frame = frame;
    this.problems = problems;
  }

  /** The responses of an operation, by status. */
  Map<Integer, Response> of(Part.Operation operation) {
    Map<Integer, List<ProblemKind>> byStatus = new TreeMap<>();
    for (String code : frame.problems(operation)) {
      ProblemKind problem = problems.get(code);
      if (problem != null) {
        byStatus.computeIfAbsent(problem.status(), _ -> new ArrayList<>()).add(problem);
      }
    }
    Map<Integer, Response> responses = new TreeMap<>();
    byStatus.forEach((status, kinds) -> responses.put(status, response(operation, status, kinds)));
    frame
        .gatewayAlone()
        .forEach(status -> responses.put(status, response(operation, status, List.of())));
    return responses;
  }

  /**
   * A response.
   *
   * @param name after its problems
   */
  record Response(String name, ObjectNode node) {}

  private Response response(Part.Operation operation, int status, List<ProblemKind> kinds) {
    ObjectNode response = JSON.objectNode();
    ObjectNode gateway = frame.gatewayAnswer(status);
    List<String> lines =
        new ArrayList<>(
            kinds.stream().map(kind -> kind.explanation(operation.part().texts())).toList());
    if (gateway.has("when")) {
      lines.add((lines.isEmpty() ? "" : "\n") + gateway.path("when").asString());
    }
    response.put("description", String.join("\n", lines) + "\n");
    headers(response, kinds, gateway.isEmpty());
    ObjectNode content = response.putObject("content");
    if (!kinds.isEmpty()) {
      content.set("application/problem+json", problem(operation, kinds));
    }
    if (!gateway.isEmpty()) {
      ObjectNode json = content.putObject("application/json");
      json.putObject("schema").put("$ref", SCHEMAS + "GatewayMessage");
      json.putObject("example").set("message", gateway.path("message"));
    }
    String name =
        kinds.isEmpty()
            ? Names.pascalCase(gateway.path("message").asString().replace(' ', '-'))
            : kinds.stream()
                .map(kind -> Names.pascalCase(kind.code()))
                .collect(Collectors.joining("Or"));
    return new Response(name, response);
  }

  /** The gateway's own answers have none of them. */
  private static void headers(ObjectNode response, List<ProblemKind> kinds, boolean always) {
    ObjectNode headers = JSON.objectNode();
    if (always) {
      headers.set("Content-Language", header("ContentLanguage"));
    }
    if (kinds.stream().anyMatch(ProblemKind::saysWhenToTryAgain)) {
      headers.set("Retry-After", header("RetryAfter"));
    }
    if (!headers.isEmpty()) {
      response.set("headers", headers);
    }
  }

  private static JsonNode header(String name) {
    return JSON.objectNode().put("$ref", "#/components/headers/" + name);
  }

  private static ObjectNode problem(Part.Operation operation, List<ProblemKind> kinds) {
    ObjectNode content = JSON.objectNode();
    content.set("schema", schema(kinds));
    ObjectNode examples = content.putObject("examples");
    for (ProblemKind kind : kinds) {
      examples
          .putObject(kind.code())
          .set("value", kind.example(operation.part().texts(), operation.takesBody()));
    }
    return content;
  }

  /** One of the problems, told apart by their codes. */
  private static ObjectNode schema(List<ProblemKind> kinds) {
    ObjectNode schema = JSON.objectNode();
    if (kinds.size() == 1) {
      return schema.put("$ref", SCHEMAS + kinds.getFirst().schemaName());
    }
    ObjectNode discriminator = JSON.objectNode().put("propertyName", "code");
    ObjectNode mapping = discriminator.putObject("mapping");
    for (ProblemKind kind : kinds) {
      schema.withArray("oneOf").addObject().put("$ref", SCHEMAS + kind.schemaName());
      mapping.put(kind.code(), SCHEMAS + kind.schemaName());
    }
    schema.set("discriminator", discriminator);
    return schema;
  }
}
