package org.jiuye.template;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How much of what the cloud limits a template and its nested stacks use. */
public final class TemplateSizes {

  /** What the root's stack is called. */
  public static final String ROOT = "the county";

  private static final JsonMapper JSON = new JsonMapper();

  /** A statement with the longest names that the cloud makes of a permission's and a function's. */
  private static final int STATEMENT =
      """
      {"Sid":"","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},\
      "Action":"lambda:InvokeFunction",\
      "Resource":"arn:aws-cn:lambda:cn-northwest-1:000000000000:function:",\
      "Condition":{"ArnLike":{"AWS:SourceArn":""}}}\
      """
              .length()
          + 64
          + 64;

  private static final String ROUTE_SOURCE =
      "arn:aws-cn:execute-api:cn-northwest-1:000000000000:abcdefghij/*/";

  private final CloudTemplate template;

  public TemplateSizes(CloudTemplate template) {
    this.template = template;
  }

  /** Resources of every stack, as the transform of SAM makes them. */
  public Map<String, Integer> resources() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put(ROOT, resources(template.document()));
    template.stacks().forEach(stack -> counts.put(stack.logicalId(), resources(stack.document())));
    return counts;
  }

  /** Integrations of every API: those that a document declares, or one for each route. */
  public Map<String, Integer> integrations() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (HttpApi api : template.apis()) {
      int declared =
          resource(api.logicalId())
              .mapping("Properties")
              .mapping("DefinitionBody")
              .mapping("components")
              .mapping("x-amazon-apigateway-integrations")
              .entries()
              .size();
      long routes =
          template.functions().stream()
              .flatMap(function -> function.routes().stream())
              .filter(route -> route.apiLogicalId().equals(api.logicalId()))
              .count();
      counts.put(api.logicalId(), declared > 0 ? declared : Math.toIntExact(routes));
    }
    return counts;
  }

  /** Bytes of the statements that say who else may invoke a function. */
  public Map<String, Integer> resourcePolicies() {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    for (LambdaFunction function : template.functions()) {
      Stream<String> granted =
          template.permissions().stream()
              .filter(permission -> permission.function().equals(function.arn()))
              .map(Permission::source);
      // The event of a route makes a permission of its own.
      TemplateNode.Mapping events =
          resource(function.logicalId()).mapping("Properties").mapping("Events");
      Stream<String> made =
          function.routes().stream()
              .filter(route -> events.get(route.name()).isPresent())
              .map(route -> ROUTE_SOURCE + route.routeKey());
      bytes.put(
          function.logicalId(),
          Stream.concat(granted, made).mapToInt(source -> STATEMENT + source.length()).sum());
    }
    return bytes;
  }

  /** Bytes of each role's inline policies, by what has the role. */
  public Map<String, Integer> inlinePolicies() {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    template
        .resources()
        .forEach(
            (name, resource) ->
                resource
                    .mapping("Properties")
                    .get("Policies")
                    .ifPresent(
                        policies ->
                            bytes.put(name, bytes(JSON.writeValueAsString(policies.toPlain())))));
    return bytes;
  }

  /** Bytes of each function's variables, under the names of one machine. */
  public Map<String, Integer> variables() {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    for (LambdaFunction function : template.functions()) {
      bytes.put(
          function.logicalId(),
          function.environment().entrySet().stream()
              .mapToInt(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
              .sum());
    }
    return bytes;
  }

  private static int resources(TemplateNode.Mapping document) {
    TemplateNode.Mapping resources = document.mapping("Resources");
    return resources.entries().keySet().stream()
        .map(resources::mapping)
        .mapToInt(TemplateSizes::made)
        .sum();
  }

  /** How many resources the transform makes of one. */
  private static int made(TemplateNode.Mapping resource) {
    TemplateNode.Mapping properties = resource.mapping("Properties");
    return switch (ResourceTypes.of(resource)) {
      // The API and its stage.
      case ResourceTypes.HTTP_API -> 2;
      case ResourceTypes.FUNCTION -> {
        TemplateNode.Mapping events = properties.mapping("Events");
        int itselfAndItsRole = properties.get("Role").isPresent() ? 1 : 2;
        int retries = properties.get("EventInvokeConfig").isPresent() ? 1 : 0;
        yield itselfAndItsRole
            + retries
            + events.entries().keySet().stream()
                .map(events::mapping)
                .mapToInt(TemplateSizes::madeOfEvent)
                .sum();
      }
      default -> 1;
    };
  }

  private static int madeOfEvent(TemplateNode.Mapping event) {
    Optional<String> type = event.get("Type").map(node -> node.toPlain().toString());
    boolean hasRole = event.mapping("Properties").get("RoleArn").isPresent();
    // A schedule has a role of its own where it names none; a rule, a permission.
    boolean hasMore =
        type.equals(Optional.of("Schedule"))
            || (type.equals(Optional.of("ScheduleV2")) && !hasRole);
    return hasMore ? 2 : 1;
  }

  private TemplateNode.Mapping resource(String logicalId) {
    return Optional.ofNullable(template.resources().get(logicalId)).orElseThrow();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The greatest of several amounts, 0 where there are none. */
  public static int greatest(Map<String, Integer> amounts) {
    return amounts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
