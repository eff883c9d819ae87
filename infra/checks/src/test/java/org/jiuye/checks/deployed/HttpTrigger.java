package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuye.checks.contract.Answer;
import org.jiuye.checks.contract.ContractValidator;
import org.jiuye.checks.contract.ExampleCalls;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.runtime.Outcome;
import org.jiuye.shared.identity.Role;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.LambdaFunction.Route;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Routes of the HTTP API: the contract's own examples, called by every role. */
final class HttpTrigger implements Trigger {
  private static final String COUNTY = "130529";
  private static final ContractValidator CONTRACT = new ContractValidator();

  private final LambdaFunction function;
  private final EmulatedCloud cloud;
  private final Function<String, Outcome> invoke;
  private final List<String> chosen = new ArrayList<>();

  HttpTrigger(LambdaFunction function, EmulatedCloud cloud, Function<String, Outcome> invoke) {
    this.function = function;
    this.cloud = cloud;
    this.invoke = invoke;
  }

  @Override
  public boolean isThere() {
    return !function.routes().isEmpty();
  }

  @Override
  public List<String> good() {
    return function.routes().stream()
        .flatMap(route -> ExampleCalls.of(route.routeKey()).stream().map(call -> by(route, call)))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<String> chosen() {
    if (chosen.isEmpty()) {
      for (Route route : function.routes()) {
        for (HttpCall call : ExampleCalls.of(route.routeKey())) {
          by(route, call).stream()
              .filter(event -> status(invoke.apply(event)) != 403)
              .findFirst()
              .ifPresent(chosen::add);
        }
      }
    }
    return List.copyOf(chosen);
  }

  @Override
  public void assertDone(Map<String, Outcome> outcomes) {
    Set<String> reached = new HashSet<>();
    Set<Integer> statuses = new HashSet<>();
    outcomes.forEach(
        (event, outcome) -> {
          assertThat(outcome.failed()).as("%s: %s", event, outcome).isFalse();
          String routeKey = Trigger.object(event).path("routeKey").asString("");
          assertKept(routeKey, outcome);
          statuses.add(status(outcome));
          if (status(outcome) != 403) {
            reached.add(routeKey);
          }
        });
    assertThat(reached)
        .containsExactlyInAnyOrderElementsOf(
            function.routes().stream().map(Route::routeKey).toList());
    assertThat(statuses).anyMatch(status -> status / 100 == 2);
  }

  @Override
  public List<String> harmless() {
    return function.routes().stream()
        .filter(route -> route.routeKey().startsWith("GET "))
        .map(route -> by(route, ExampleCalls.of(route.routeKey()).getFirst()).getFirst())
        .toList();
  }

  @Override
  public List<String> withinList(String event) {
    return chosen().stream()
        .map(Trigger::object)
        .filter(own -> !own.path("routeKey").asString("").startsWith("GET "))
        .map(own -> withBody(own, "[" + event + "]"))
        .toList();
  }

  @Override
  public boolean isRefusal(Outcome outcome) {
    return outcome.failed() || status(outcome) >= 400;
  }

  @Override
  public String verdict(Outcome outcome) {
    return outcome.failed() ? "failed" : Integer.toString(status(outcome));
  }

  /** The event with another header. */
  static String withHeader(String event, String name, String value) {
    ObjectNode changed = Trigger.object(event);
    ((ObjectNode) changed.path("headers")).put(name, value);
    return changed.toString();
  }

  static int status(Outcome outcome) {
    return JSON.readTree(outcome.body()).path("statusCode").asInt(0);
  }

  /** Makes sure that an answer is one that the contract promises. */
  static void assertKept(String routeKey, Outcome outcome) {
    JsonNode answer = JSON.readTree(outcome.body());
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    String[] route = routeKey.split(" ", 2);
    Answer given =
        new Answer(answer.path("statusCode").asInt(0), headers, answer.path("body").asString(""));
    assertThat(CONTRACT.deviations(route[0], route[1], given))
        .as("%s: %s", routeKey, given)
        .isEmpty();
    assertThat(given.status()).as("%s: %s", routeKey, given).isNotEqualTo(500);
  }

  private static String withBody(ObjectNode event, String body) {
    ((ObjectNode) event.path("headers"))
        .put("content-type", "application/json")
        .put("content-length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
    return event.put("body", body).toString();
  }

  /** A call by every possible caller: nobody on a public route, each role on another. */
  private List<String> by(Route route, HttpCall call) {
    if (route.isPublic()) {
      return List.of(asSent(call));
    }
    return List.of(Role.values()).stream()
        .map(
            role ->
                TestCaller.of("account-" + role.claim(), role.claim(), COUNTY)
                    .linkedTo(cloud, "person-" + role.claim()))
        .map(caller -> asSent(call.by(caller)))
        .toList();
  }

  /** The event with all that API Gateway adds. */
  private static String asSent(HttpCall call) {
    ObjectNode event = Trigger.object(new String(call.event(), StandardCharsets.UTF_8));
    event.put(
        "rawQueryString",
        event.path("queryStringParameters").properties().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue().asString("")))
            .collect(Collectors.joining("&")));
    ObjectNode headers = (ObjectNode) event.path("headers");
    headers.put("host", "api.jiuye.example");
    headers.put("user-agent", "curl/8.7.1");
    headers.put("x-amzn-trace-id", "Root=1-66827f80-0123456789abcdef01234567");
    headers.put("x-forwarded-for", "192.0.2.7");
    headers.put("x-forwarded-port", "443");
    headers.put("x-forwarded-proto", "https");
    int length = event.path("body").asString("").getBytes(StandardCharsets.UTF_8).length;
    headers.put("content-length", Integer.toString(length));
    if (event.at("/requestContext/authorizer/jwt") instanceof ObjectNode jwt) {
      jwt.putNull("scopes");
    }
    return event.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
