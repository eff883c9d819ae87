package org.jiuye.checks.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiuye.checks.Repository;
import org.jiuye.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP contract as the build puts it together, with its references followed. */
final class ApiDocument {
  static final String PROBLEM = "application/problem+json";
  static final String JSON = "application/json";

  private static final String SCHEMAS = "#/components/schemas";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final Map<String, Operation> operations = new TreeMap<>();

  private ApiDocument(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        if (operation.isObject()) {
          Operation read = new Operation(method.toUpperCase(Locale.ROOT), path.getKey(), operation);
          operations.put(read.routeKey(), read);
        }
      }
    }
  }

  static ApiDocument read() {
    return new ApiDocument(YamlReader.json(Repository.contract()).root());
  }

  /** The operations by route key, for example {@code GET /sites/{siteId}}. */
  Map<String, Operation> operations() {
    return operations;
  }

  JsonNode root() {
    return document;
  }

  /** A schema of this document that stands alone: the schemas that it may refer to are in it. */
  JsonNode standingAlone(JsonNode schema) {
    ObjectNode whole = MAPPER.createObjectNode();
    schema.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
    whole.set("$defs", document.at(SCHEMAS.substring(1)));
    return MAPPER.readTree(whole.toString().replace(SCHEMAS, "#/$defs"));
  }

  /** What a reference leads to; what is none stays as it is. */
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() ? resolve(document.at(reference.stringValue().substring(1))) : node;
  }

  /** One operation. */
  final class Operation {
    private final String method;
    private final String path;
    private final JsonNode node;

    private Operation(String method, String path, JsonNode node) {
      this.method = method;
      this.path = path;
      this.node = node;
    }

    String routeKey() {
      return method + " " + path;
    }

    String method() {
      return method;
    }

    String path() {
      return path;
    }

    JsonNode node() {
      return node;
    }

    /** Whether it needs no token. */
    boolean isPublic() {
      return node.path("security").isEmpty();
    }

    /** The parameters of the operation and of its path. */
    List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      document.path("paths").path(path).path("parameters").forEach(p -> parameters.add(resolve(p)));
      node.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
      return parameters;
    }

    Map<Integer, Response> responses() {
      Map<Integer, Response> responses = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : node.path("responses").properties()) {
        int status = Integer.parseInt(entry.getKey());
        responses.put(
            status,
            new Response(this, status, resolve(entry.getValue()), problems(entry.getValue())));
      }
      return responses;
    }

    /** The schemas of the problems that a response may be. */
    private List<JsonNode> problems(JsonNode response) {
      JsonNode schema = resolve(response).path("content").path(PROBLEM).path("schema");
      if (schema.isMissingNode()) {
        return List.of();
      }
      return schema.has("oneOf")
          ? schema.path("oneOf").valueStream().map(ApiDocument.this::resolve).toList()
          : List.of(resolve(schema));
    }

    @Override
    public String toString() {
      return routeKey();
    }
  }

  /**
   * One answer of an operation.
   *
   * @param problems the schemas of the problems that it may be
   */
  record Response(Operation operation, int status, JsonNode node, List<JsonNode> problems) {
    JsonNode content() {
      return node.path("content");
    }

    Optional<JsonNode> schema(String mediaType) {
      return Optional.of(content().path(mediaType).path("schema")).filter(JsonNode::isObject);
    }

    /** The schema of the problem of a code, where this answer may be that. */
    Optional<JsonNode> problem(String code) {
      return problems.stream()
          .filter(problem -> problem.at("/properties/code/const").asString("").equals(code))
          .findFirst();
    }

    /** The codes of the problems that this answer may be. */
    List<String> codes() {
      return problems.stream()
          .map(problem -> problem.at("/properties/code/const").asString(""))
          .toList();
    }

    @Override
    public String toString() {
      return operation + " " + status;
    }
  }
}
