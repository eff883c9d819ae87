package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jiuye.checks.contract.ApiDocument.Operation;
import org.jiuye.checks.contract.ApiDocument.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the document tells of each operation is whole, and its examples are true. */
class DocumentTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();

  static Stream<Operation> operations() {
    return DOCUMENT.operations().values().stream();
  }

  static Stream<Response> responses() {
    return operations().flatMap(operation -> operation.responses().values().stream());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isExplained(Operation operation) {
    assertThat(operation.node().path("summary").asString("")).isNotBlank();
    assertThat(operation.node().path("description").asString("")).hasSizeGreaterThan(20);
    assertThat(operation.node().path("operationId").asString("")).isNotBlank();
    assertThat(operation.node().path("tags")).hasSize(1);
    assertThat(operation.parameters())
        .allSatisfy(
            parameter -> assertThat(parameter.path("description").asString("")).isNotBlank());
    assertThat(names(operation, "header")).contains("Accept-Language");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void namesEveryPartOfItsPath(Operation operation) {
    List<String> parts =
        Stream.of(operation.path().split("/"))
            .filter(part -> part.startsWith("{"))
            .map(part -> part.substring(1, part.length() - 1))
            .toList();

    assertThat(names(operation, "path")).containsExactlyInAnyOrderElementsOf(parts);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void tellsWhatTheGatewayAndAFailureAnswer(Operation operation) {
    assertThat(operation.responses()).containsKeys(400, 429, 500, 503);
    assertThat(operation.responses().containsKey(401)).isEqualTo(!operation.isPublic());
    assertThat(operation.responses().containsKey(403)).isEqualTo(!operation.isPublic());
    if (operation.method().equals("POST") && !operation.isPublic()) {
      assertThat(names(operation, "header")).contains("Idempotency-Key");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void takesNoFieldThatItDoesNotName(Operation operation) {
    JsonNode body = operation.node().path("requestBody");
    if (body.isObject()) {
      JsonNode schema = body.path("content").path(ApiDocument.JSON).path("schema");
      assertThat(DOCUMENT.resolve(schema).path("additionalProperties").asBoolean(true)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void examplesOfItsBodyAreValid(Operation operation) {
    JsonNode content = operation.node().path("requestBody").path("content").path(ApiDocument.JSON);
    assertValid(content);
  }

  @ParameterizedTest
  @MethodSource("responses")
  void examplesOfAnswersAreValid(Response response) {
    assertThat(response.node().path("description").asString("")).isNotBlank();
    for (Map.Entry<String, JsonNode> content : response.content().properties()) {
      assertThat(examples(content.getValue())).as(content.getKey()).isNotEmpty();
      assertValid(content.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("responses")
  void everyCodeIsExplainedAndShown(Response response) {
    JsonNode problem = response.content().path(ApiDocument.PROBLEM);
    if (problem.isObject()) {
      assertThat(response.problems())
          .allSatisfy(
              schema -> {
                assertThat(schema.at("/properties/status/const").asInt())
                    .isEqualTo(response.status());
                assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
              });
      assertThat(response.codes()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(problem.path("examples").propertyNames())
          .containsExactlyInAnyOrderElementsOf(response.codes());
      assertThat(response.codes())
          .allSatisfy(
              code -> {
                JsonNode example = problem.path("examples").path(code).path("value");
                assertThat(example.path("code").asString("")).isEqualTo(code);
                assertThat(example.path("type").asString("")).endsWith(":" + code);
                assertThat(response.node().path("description").asString(""))
                    .contains("- `" + code + "`:");
              });
    } else {
      assertThat(response.status()).matches(status -> status < 400 || status == 429);
    }
  }

  private static List<String> names(Operation operation, String place) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.path("in").asString("").equals(place))
        .map(parameter -> parameter.path("name").asString(""))
        .toList();
  }

  private static void assertValid(JsonNode content) {
    if (content.isObject()) {
      SchemaCheck check = new SchemaCheck(DOCUMENT.standingAlone(content.path("schema")));
      assertThat(examples(content))
          .allSatisfy(
              example -> assertThat(check.deviations(example)).as(example.toString()).isEmpty());
    }
  }

  private static List<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>();
    if (content.has("example")) {
      examples.add(content.path("example"));
    }
    StreamSupport.stream(content.path("examples").spliterator(), false)
        .map(example -> example.path("value"))
        .forEach(examples::add);
    return examples;
  }
}
