package org.jiuye.checks.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.TemplateNode;

/** The first deployment into a new account, and every later one. */
final class Deployment {
  /** What holds data, or the keys to it. */
  private static final Set<String> HOLDS_DATA = Set.of("AWS::DynamoDB::Table", "AWS::KMS::Key");

  private static final String ISSUER = "JwtIssuer";
  private static final String ORIGINS = "AllowedOrigins";
  private static final String INVOKE = "lambda:InvokeFunction";
  private static final String SEND = "sqs:SendMessage";

  private Deployment() {}

  /** New accounts have few invocations at once, and some of them must stay unreserved. */
  static List<String> nothingIsReservedUnasked(Subject subject) {
    return subject
        .resources("AWS::Serverless::Function")
        .filter(
            function ->
                function.getValue().get("ReservedConcurrentExecutions").isPresent()
                    || function.getValue().get("ProvisionedConcurrencyConfig").isPresent())
        .map(function -> function.getKey() + " reserves what nobody has asked for")
        .toList();
  }

  /** What holds data is kept, but not where the deployment that makes it fails. */
  static List<String> dataOutlivesItsStack(Subject subject) {
    List<String> broken = new ArrayList<>();
    subject
        .template()
        .resources()
        .forEach(
            (name, resource) -> {
              if (!HOLDS_DATA.contains(Subject.text(resource, "Type").orElse(""))) {
                return;
              }
              if (!Subject.text(resource, "DeletionPolicy")
                  .equals(Optional.of("RetainExceptOnCreate"))) {
                broken.add(name + " must have the DeletionPolicy RetainExceptOnCreate");
              }
              if (!Subject.text(resource, "UpdateReplacePolicy").equals(Optional.of("Retain"))) {
                broken.add(name + " must have the UpdateReplacePolicy Retain");
              }
              if (Subject.text(resource.mapping("Properties"), "DeletionProtectionEnabled")
                  .equals(Optional.of("true"))) {
                broken.add(name + " is protected at the first deployment, whose roll-back fails");
              }
            });
    return broken;
  }

  /** A capability's stack can be made anew. */
  static List<String> dataStandsInTheCounty(Subject subject) {
    return subject.template().stacks().stream()
        .flatMap(
            stack ->
                types(stack.document()).entrySet().stream()
                    .filter(type -> HOLDS_DATA.contains(type.getValue()))
                    .map(type -> "%s holds data: %s".formatted(stack.logicalId(), type.getKey())))
        .toList();
  }

  static List<String> capabilitiesKnowNoApi(Subject subject) {
    return subject.template().stacks().stream()
        .filter(stack -> knowsApi(stack.document()))
        .map(stack -> stack.logicalId() + " knows the API")
        .toList();
  }

  private static boolean knowsApi(TemplateNode.Mapping document) {
    return types(document).values().stream().anyMatch(type -> type.contains("Api"))
        || Json.MAPPER.writeValueAsString(document.toPlain()).contains("\"HttpApi\"");
  }

  /** The copies of what every function has. */
  static List<String> globalsAreAlike(Subject subject) {
    Map<Map<String, Object>, String> copies = new LinkedHashMap<>();
    for (CloudTemplate.NestedStack stack : subject.template().stacks()) {
      Map<String, Object> globals = stack.document().mapping("Globals").toPlain();
      if (!globals.isEmpty()) {
        copies.putIfAbsent(globals, stack.logicalId());
      }
    }
    return copies.size() > 1
        ? List.of("These have other Globals than each other: " + copies.values())
        : List.of();
  }

  /** {@code sam build} would build a package again, and fail. */
  static List<String> packagesAreNotBuiltAgain(Subject subject) {
    return subject.template().resources().entrySet().stream()
        .filter(
            resource ->
                Subject.text(resource.getValue(), "Type")
                    .equals(Optional.of("AWS::Serverless::Function")))
        .filter(
            resource ->
                !Subject.text(resource.getValue().mapping("Metadata"), "SkipBuild")
                    .equals(Optional.of("true")))
        .map(resource -> resource.getKey() + " lacks Metadata: {SkipBuild: true}")
        .toList();
  }

  /** API Gateway takes nothing else, and says so when all the rest has been made. */
  static List<String> issuersAreUrls(Subject subject) {
    TemplateNode.Mapping issuer = subject.parameter(ISSUER);
    List<String> broken = new ArrayList<>();
    Pattern allowed = Pattern.compile(Subject.text(issuer, "AllowedPattern").orElse(".*"));
    for (String wrong : List.of("", "issuer.example", "http://issuer.example", "https://")) {
      if (allowed.matcher(wrong).matches()) {
        broken.add(ISSUER + " may be \"" + wrong + "\"");
      }
    }
    if (!allowed.matcher("https://issuer.example/realms/county").matches()) {
      broken.add(ISSUER + " may not be a URL");
    }
    return broken;
  }

  /** Nobody's pages may call the API before somebody has said whose. */
  static List<String> originsHaveNoDefault(Subject subject) {
    List<String> broken = new ArrayList<>();
    if (subject.parameter(ORIGINS).get("Default").isPresent()) {
      broken.add(ORIGINS + " has a default");
    }
    TemplateNode.Mapping parameters = subject.template().document().mapping("Parameters");
    parameters.entries().keySet().stream()
        .filter(
            name ->
                Subject.text(parameters.mapping(name), "Default")
                    .filter(text -> text.contains("example"))
                    .isPresent())
        .forEach(name -> broken.add("The default of " + name + " is an example"));
    return broken;
  }

  /** Gateways that take a part of a document for the whole serve what they understood. */
  static List<String> documentsAreTakenWhole(Subject subject) {
    return subject
        .resources("AWS::Serverless::HttpApi")
        .filter(api -> api.getValue().get("DefinitionBody").isPresent())
        .filter(api -> !Subject.text(api.getValue(), "FailOnWarnings").equals(Optional.of("true")))
        .map(api -> api.getKey() + " lacks FailOnWarnings: true")
        .toList();
  }

  /** One role a stack for the scheduler, and names that the cloud makes short enough. */
  static List<String> schedulesShareARole(Subject subject) {
    List<String> broken = new ArrayList<>();
    subject
        .documents()
        .forEach(
            (stack, document) -> {
              Set<String> roles = new HashSet<>();
              types(document).entrySet().stream()
                  .filter(type -> type.getValue().equals("AWS::Serverless::Function"))
                  .forEach(
                      function -> {
                        TemplateNode.Mapping events =
                            document
                                .mapping("Resources")
                                .mapping(function.getKey())
                                .mapping("Properties")
                                .mapping("Events");
                        events.entries().keySet().stream()
                            .map(events::mapping)
                            .filter(
                                event ->
                                    Subject.text(event, "Type").equals(Optional.of("ScheduleV2")))
                            .map(event -> event.mapping("Properties"))
                            .forEach(
                                schedule ->
                                    check(
                                        stack + ": " + function.getKey(), schedule, roles, broken));
                      });
              if (roles.size() > 1) {
                broken.add(stack + " has several roles for its schedules");
              }
            });
    for (LambdaFunction function : subject.template().functions()) {
      if (!function.schedules().isEmpty()) {
        broken.addAll(missing(subject, function));
      }
    }
    return broken;
  }

  private static void check(
      String owner, TemplateNode.Mapping schedule, Set<String> roles, List<String> broken) {
    if (schedule.get("Name").isPresent()
        || !Subject.text(schedule, "OmitName").equals(Optional.of("true"))) {
      broken.add(owner + ": the name of a schedule must be the cloud's: OmitName: true");
    }
    Subject.text(schedule, "RoleArn")
        .ifPresentOrElse(
            roles::add, () -> broken.add(owner + ": a schedule would have a role of its own"));
  }

  /** What the roles for the scheduler do not allow of what a function's schedules need. */
  private static List<String> missing(Subject subject, LambdaFunction function) {
    String policies =
        subject
            .resources("AWS::IAM::Role")
            .map(role -> Json.MAPPER.writeValueAsString(role.getValue().toPlain()))
            .filter(role -> role.contains("scheduler.amazonaws.com"))
            .reduce("", String::concat);
    List<String> broken = new ArrayList<>();
    if (!policies.contains(INVOKE) || !policies.contains("\"" + function.arn() + "\"")) {
      broken.add("The scheduler may not invoke " + function.logicalId());
    }
    function.schedules().stream()
        .flatMap(schedule -> schedule.deadLetterArn().stream())
        .distinct()
        .filter(queue -> !policies.contains(SEND) || !policies.contains("\"" + queue + "\""))
        .forEach(queue -> broken.add("The scheduler may not send to " + queue));
    return broken;
  }

  private static Map<String, String> types(TemplateNode.Mapping document) {
    TemplateNode.Mapping resources = document.mapping("Resources");
    Map<String, String> types = new LinkedHashMap<>();
    resources
        .entries()
        .keySet()
        .forEach(name -> types.put(name, Subject.text(resources.mapping(name), "Type").orElse("")));
    return types;
  }
}
