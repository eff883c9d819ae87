package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuye.checks.Repository;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.json.Json;
import org.jiuye.template.LambdaFunction;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** The template's functions on one table; what they answer is held against the contract. */
final class RealCalls implements AutoCloseable {
  private static final Map<String, String> FUNCTIONS =
      Repository.template().functions().stream()
          .flatMap(
              function ->
                  function.routes().stream()
                      .map(route -> Map.entry(route.routeKey(), function.logicalId())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  final MovableClock clock;
  final EmulatedCloud cloud = TestCloud.start();
  private final ContractValidator validator = new ContractValidator();
  private final Map<String, FunctionHarness> functions = new HashMap<>();

  RealCalls(String now) {
    clock = MovableClock.at(now);
  }

  /**
   * Makes sure of an answer's status, of its code, empty for none, and that it keeps the contract.
   */
  HttpAnswer expect(int status, String code, HttpCall call) {
    HttpAnswer answer = function(functionOf(call)).call(call);
    String body = answer.body().isMissingNode() ? "" : answer.body().toString();
    assertThat(answer.status()).as("%s: %s", routeKey(call), body).isEqualTo(status);
    assertThat(answer.code()).as(routeKey(call)).isEqualTo(code);
    assertKept(call, new Answer(status, answer.headers(), body));
    return answer;
  }

  /** Makes sure that a page for people is answered, as the contract says; gives back its text. */
  String expectPage(HttpCall call) {
    JsonNode answer = Json.MAPPER.readTree(function(functionOf(call)).invoke(call.event()));
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    String page = answer.path("body").asString("");
    assertThat(headers.getOrDefault("content-type", "")).startsWith("text/html");
    assertKept(call, new Answer(answer.path("statusCode").asInt(), headers, page));
    return page;
  }

  /** A function, started where it is not yet. */
  FunctionHarness function(String logicalId) {
    return functions.computeIfAbsent(
        logicalId,
        name -> {
          LambdaFunction function = cloud.template().function(name);
          Class<?> frontDoor = FunctionModule.of(function).frontDoor(function);
          return FunctionHarness.start(cloud, name, frontDoor, clock);
        });
  }

  /** The events that ride in the items of a partition. */
  List<String> outbox(String partition) {
    return cloud
        .dynamoDb()
        .queryPaginator(
            query ->
                query
                    .tableName(cloud.template().tables().getFirst().name())
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .filter(item -> item.containsKey(Outbox.EVENTS))
        .flatMap(
            item -> item.getOrDefault(Outbox.EVENTS, AttributeValue.fromL(List.of())).l().stream())
        .map(entry -> entry.m().getOrDefault(Outbox.EVENT_JSON, AttributeValue.fromS("")).s())
        .toList();
  }

  /** Hands an event to who notifies. */
  void deliver(String event) {
    Map<String, Object> message =
        Map.of(
            "messageId", "1",
            "receiptHandle", "1",
            "eventSource", "aws:sqs",
            "awsRegion", "cn-north-1",
            "attributes", Map.of(),
            "messageAttributes", Map.of(),
            "body", event);
    byte[] answer =
        function("CaseworkerNotificationQueueFunction")
            .invoke(Json.MAPPER.writeValueAsBytes(Map.of("Records", List.of(message))));
    assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
  }

  private void assertKept(HttpCall call, Answer answer) {
    String[] route = routeKey(call).split(" ", 2);
    assertThat(validator.deviations(route[0], route[1], answer))
        .as("%s: %s", routeKey(call), answer)
        .isEmpty();
  }

  private static String functionOf(HttpCall call) {
    return FUNCTIONS.getOrDefault(routeKey(call), "");
  }

  private static String routeKey(HttpCall call) {
    return Json.MAPPER.readTree(call.event()).path("routeKey").asString("");
  }

  @Override
  public void close() {
    functions.values().forEach(FunctionHarness::close);
    cloud.close();
  }
}
