package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds real answers against the HTTP contract: status, media type, headers, body and problem code
 * must be documented for the operation. Safe for use by many threads.
 */
public final class ContractValidator {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ApiDocument document = ApiDocument.read();
  private final Map<String, SchemaCheck> checks = new ConcurrentHashMap<>();

  /**
   * Makes sure that what a client got is what the contract promises, and hands it on.
   *
   * @throws AssertionError naming every deviation
   */
  public HttpResponse<String> accept(HttpResponse<String> response) {
    String method = response.request().method();
    String path = response.uri().getRawPath();
    assertThat(deviations(method, path, Answer.of(response)))
        .as("%s %s answers %d:%n%s", method, path, response.statusCode(), response.body())
        .isEmpty();
    return response;
  }

  /**
   * How an answer deviates from the contract.
   *
   * @param path as called, or with the parameters' names: {@code /sites/{siteId}}
   * @return empty where it does not
   */
  public List<String> deviations(String method, String path, Answer answer) {
    Optional<ApiDocument.Operation> operation = find(method, path);
    if (operation.isEmpty()) {
      return withoutRoute(method, path, answer);
    }
    ApiDocument.Response response = operation.get().responses().get(answer.status());
    if (response == null) {
      return List.of("%s documents no status %d".formatted(operation.get(), answer.status()));
    }
    List<String> deviations = new ArrayList<>(headers(response, answer));
    deviations.addAll(body(response, answer));
    return deviations;
  }

  private Optional<ApiDocument.Operation> find(String method, String path) {
    return document.operations().values().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> form(operation.path()).matcher(path).matches())
        .findFirst();
  }

  /** What stands in braces is one part of the path. */
  private static Pattern form(String template) {
    return Pattern.compile(
        Stream.of(template.split("/"))
            .map(part -> part.startsWith("{") ? "([^/]+)" : Pattern.quote(part))
            .collect(Collectors.joining("/")));
  }

  /** The gateway knows no such route. */
  private static List<String> withoutRoute(String method, String path, Answer answer) {
    boolean asExpected =
        answer.status() == 404 && answer.body().equals("{\"message\":\"Not Found\"}");
    return asExpected
        ? List.of()
        : List.of("%s %s is not documented, and not answered as no route".formatted(method, path));
  }

  private List<String> headers(ApiDocument.Response response, Answer answer) {
    List<String> deviations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : response.node().path("headers").properties()) {
      String name = entry.getKey();
      JsonNode header = document.resolve(entry.getValue());
      Optional<String> value = answer.header(name);
      if (value.isPresent()) {
        SchemaCheck check = check(response + " header " + name, header.path("schema"));
        check
            .deviations(value(value.get(), header))
            .forEach(deviation -> deviations.add("header " + name + ": " + deviation));
      } else if (header.path("required").asBoolean(false)) {
        deviations.add("header " + name + " is missing");
      }
    }
    return deviations;
  }

  private static JsonNode value(String text, JsonNode header) {
    boolean isNumber = header.path("schema").path("type").asString("").equals("integer");
    return isNumber && text.matches("-?\\d{1,18}")
        ? MAPPER.getNodeFactory().numberNode(Long.parseLong(text))
        : text(text);
  }

  /** What is no JSON is a text for its schema. */
  private static boolean isText(String mediaType) {
    return mediaType.startsWith("text/");
  }

  private static JsonNode text(String text) {
    return MAPPER.getNodeFactory().stringNode(text);
  }

  private List<String> body(ApiDocument.Response response, Answer answer) {
    String mediaType = answer.mediaType();
    if (response.content().isEmpty()) {
      return answer.body().isEmpty() ? List.of() : List.of(response + " documents no body");
    }
    Optional<JsonNode> schema = response.schema(mediaType);
    if (schema.isEmpty()) {
      return List.of("%s documents no %s".formatted(response, mediaType));
    }
    JsonNode body;
    try {
      body = isText(mediaType) ? text(answer.body()) : MAPPER.readTree(answer.body());
    } catch (JacksonException malformed) {
      return List.of("the body is not JSON: " + malformed.getOriginalMessage());
    }
    if (mediaType.equals(ApiDocument.PROBLEM)) {
      return problem(response, body);
    }
    return check(response + " " + mediaType, schema.get()).deviations(body);
  }

  /** Holds a problem against the one schema of its code, so that what deviates is told plainly. */
  private List<String> problem(ApiDocument.Response response, JsonNode body) {
    String code = body.path("code").asString("");
    return response
        .problem(code)
        .map(schema -> check(response + " " + code, schema).deviations(body))
        .orElseGet(() -> List.of("/code %s is not documented".formatted(code)));
  }

  private SchemaCheck check(String name, JsonNode schema) {
    return checks.computeIfAbsent(name, _ -> new SchemaCheck(document.standingAlone(schema)));
  }
}
