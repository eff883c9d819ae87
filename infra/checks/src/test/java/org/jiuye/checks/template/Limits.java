package org.jiuye.checks.template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.shared.json.Json;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Permission;
import org.jiuye.template.TemplateNode;

/** The walls of the cloud, which a deployment would meet late. */
final class Limits {
  /** Resources of one stack, after the transform. */
  static final int RESOURCES = 500;

  /** Integrations of one HTTP API. */
  static final int INTEGRATIONS = 300;

  /** Bytes of all statements that say who else may invoke a function. */
  static final int RESOURCE_POLICY = 20_480;

  /** Bytes of a role's inline policies together. */
  static final int INLINE_POLICIES = 10_240;

  /** Bytes of a template that is not handed over by way of a bucket. */
  static final int TEMPLATE = 51_200;

  /** Bytes of a function's variables, less a quarter for the longer names that the cloud makes. */
  static final int VARIABLES = 3_072;

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

  private Limits() {}

  static List<String> stacksHoldTheirResources(Subject subject) {
    return over(resources(subject), RESOURCES, "resources");
  }

  static List<String> apisHoldTheirIntegrations(Subject subject) {
    return over(integrations(subject), INTEGRATIONS, "integrations");
  }

  static List<String> resourcePoliciesFit(Subject subject) {
    return over(resourcePolicies(subject), RESOURCE_POLICY, "bytes of resource policy");
  }

  static List<String> inlinePoliciesFit(Subject subject) {
    return over(inlinePolicies(subject), INLINE_POLICIES, "bytes of inline policies");
  }

  static List<String> templatesFit(Subject subject) {
    return over(templates(subject), TEMPLATE, "bytes");
  }

  static List<String> variablesFit(Subject subject) {
    return over(variables(subject), VARIABLES, "bytes of variables");
  }

  /** Resources of every stack, as the transform makes them. */
  static Map<String, Integer> resources(Subject subject) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    subject
        .documents()
        .forEach(
            (stack, document) ->
                counts.put(
                    stack,
                    document.mapping("Resources").entries().keySet().stream()
                        .map(document.mapping("Resources")::mapping)
                        .mapToInt(Limits::made)
                        .sum()));
    return counts;
  }

  /** Integrations of every API: one a function, or where SAM's events declare them, one a route. */
  static Map<String, Integer> integrations(Subject subject) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    subject
        .resources("AWS::Serverless::HttpApi")
        .forEach(
            api -> {
              List<LambdaFunction.Route> routes =
                  subject.template().functions().stream()
                      .flatMap(function -> function.routes().stream())
                      .filter(route -> route.apiLogicalId().equals(api.getKey()))
                      .toList();
              int shared = integrations(api.getValue().mapping("DefinitionBody")).size();
              counts.put(api.getKey(), shared > 0 ? shared : routes.size());
            });
    return counts;
  }

  /** Bytes of what says who else may invoke a function. */
  static Map<String, Integer> resourcePolicies(Subject subject) {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    for (LambdaFunction function : subject.template().functions()) {
      Stream<String> granted =
          subject.template().permissions().stream()
              .filter(permission -> permission.function().equals(function.arn()))
              .map(Permission::source);
      // SAM's event of a route makes a permission of its own.
      Stream<String> events =
          subject
              .events(function.logicalId(), "HttpApi")
              .map(
                  event ->
                      "arn:aws-cn:execute-api:cn-northwest-1:000000000000:abcdefghij/*/POST"
                          + Subject.text(event, "Path").orElse(""));
      bytes.put(
          function.logicalId(),
          Stream.concat(granted, events).mapToInt(source -> STATEMENT + source.length()).sum());
    }
    return bytes;
  }

  /** Bytes of each role's inline policies. */
  static Map<String, Integer> inlinePolicies(Subject subject) {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    Stream.of("AWS::Serverless::Function", "AWS::IAM::Role")
        .flatMap(subject::resources)
        .forEach(
            role ->
                bytes.put(
                    role.getKey(),
                    role.getValue()
                        .get("Policies")
                        .map(policies -> Json.MAPPER.writeValueAsString(policies.toPlain()))
                        .map(Limits::bytes)
                        .orElse(0)));
    return bytes;
  }

  /** Bytes of each template. */
  static Map<String, Integer> templates(Subject subject) {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    for (Map.Entry<Path, String> file : subject.files().entrySet()) {
      bytes.put(file.getKey().toString(), bytes(file.getValue()));
    }
    return bytes;
  }

  /** Bytes of each function's variables. */
  static Map<String, Integer> variables(Subject subject) {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    for (LambdaFunction function : subject.template().functions()) {
      bytes.put(
          function.logicalId(),
          function.environment().entrySet().stream()
              .mapToInt(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
              .sum());
    }
    return bytes;
  }

  /** How many resources the transform makes of one. */
  private static int made(TemplateNode.Mapping resource) {
    TemplateNode.Mapping properties = resource.mapping("Properties");
    return switch (Subject.text(resource, "Type").orElse("")) {
      case "AWS::Serverless::HttpApi" -> 2;
      case "AWS::Serverless::Function" -> {
        TemplateNode.Mapping events = properties.mapping("Events");
        int made = properties.get("Role").isPresent() ? 1 : 2;
        made += properties.get("EventInvokeConfig").isPresent() ? 1 : 0;
        made += properties.get("AutoPublishAlias").isPresent() ? 2 : 0;
        for (String event : events.entries().keySet()) {
          made += madeOfEvent(events.mapping(event));
        }
        yield made;
      }
      default -> 1;
    };
  }

  private static int madeOfEvent(TemplateNode.Mapping event) {
    return switch (Subject.text(event, "Type").orElse("")) {
      // The schedule, and a role where it names none.
      case "ScheduleV2" -> event.mapping("Properties").get("RoleArn").isPresent() ? 1 : 2;
      // A rule and its permission.
      case "Schedule" -> 2;
      default -> 1;
    };
  }

  private static Map<String, TemplateNode> integrations(TemplateNode.Mapping document) {
    return document.mapping("components").mapping("x-amazon-apigateway-integrations").entries();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<String> over(Map<String, Integer> amounts, int most, String what) {
    List<String> broken = new ArrayList<>();
    amounts.forEach(
        (name, amount) -> {
          if (amount > most) {
            broken.add("%s has %d %s, more than %d".formatted(name, amount, what, most));
          }
        });
    return broken;
  }
}
