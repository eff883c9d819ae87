package org.jiuye.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads functions. */
final class FunctionReader {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "FunctionName",
          "CodeUri",
          "Handler",
          "Runtime",
          "Timeout",
          "MemorySize",
          "ReservedConcurrentExecutions",
          "Environment",
          "Policies",
          "Events",
          "EventInvokeConfig",
          // How the cloud runs, watches and connects it: nothing behaves otherwise here.
          "Architectures",
          "DeploymentPreference",
          "Description",
          "EphemeralStorage",
          "KmsKeyArn",
          "LoggingConfig",
          "PermissionsBoundary",
          "PropagateTags",
          "ProvisionedConcurrencyConfig",
          "RuntimeManagementConfig",
          "Tags",
          "Tracing",
          "VpcConfig");

  /** What is resolved when the function is deployed. */
  private static final String DYNAMIC_REFERENCE = "{{resolve:";

  private final PhysicalNames names;
  private final Path folder;
  private final Map<String, PhysicalNames.Resource> resources;

  FunctionReader(PhysicalNames names, Path folder, Map<String, PhysicalNames.Resource> resources) {
    this.names = names;
    this.folder = folder;
    this.resources = resources;
  }

  LambdaFunction read(PhysicalNames.Resource resource, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    List<LambdaFunction.Route> routes = new ArrayList<>();
    List<LambdaFunction.QueueSource> queueSources = new ArrayList<>();
    List<LambdaFunction.StreamSource> streamSources = new ArrayList<>();
    List<LambdaFunction.Schedule> schedules = new ArrayList<>();
    TemplateNode.Mapping events = mapping.mapping("Events");
    for (String name : events.entries().keySet()) {
      TemplateNode.Mapping event = events.mapping(name);
      String owner = resource.logicalId() + ": event " + name;
      Properties declared = new Properties(owner, event, Set.of("Type", "Properties"));
      TemplateNode.Mapping details = event.mapping("Properties");
      switch (declared.requiredText("Type")) {
        case "HttpApi" -> routes.add(RouteReader.read(owner, name, details, apisByReference()));
        case "SQS" -> queueSources.add(SourceReader.queue(owner, name, details));
        case "DynamoDB" -> streamSources.add(SourceReader.stream(owner, name, details));
        case "ScheduleV2" ->
            ScheduleReader.readScheduler(owner, resource.logicalId() + name, name, details)
                .ifPresent(schedules::add);
        case "Schedule" ->
            ScheduleReader.readRule(owner, resource.logicalId() + name, name, details)
                .ifPresent(schedules::add);
        default ->
            throw declared.refuse(
                "Type", "is an event that is not supported: " + declared.requiredText("Type"));
      }
    }
    return new LambdaFunction(
        resource.logicalId(),
        names.reference(resource),
        ResourceReader.attribute(names, resource, "Arn"),
        folder.resolve(properties.requiredText("CodeUri")).normalize(),
        properties.requiredText("Handler"),
        properties.requiredText("Runtime"),
        properties.seconds("Timeout", 3),
        properties.number("MemorySize", 128),
        properties.optionalNumber("ReservedConcurrentExecutions"),
        environment(properties),
        PolicyReader.read(properties),
        routes,
        queueSources,
        streamSources,
        schedules,
        AsyncInvocationReader.read(properties));
  }

  private Map<String, String> apisByReference() {
    Map<String, String> apis = new LinkedHashMap<>();
    resources
        .values()
        .forEach(
            resource -> {
              if (resource.type().equals(ResourceTypes.HTTP_API)) {
                apis.put(names.reference(resource), resource.logicalId());
              }
            });
    return apis;
  }

  private static Map<String, String> environment(Properties function) {
    Map<String, String> variables = new LinkedHashMap<>();
    function
        .nested("Environment", Set.of("Variables"))
        .entries("Variables")
        .forEach(
            (name, node) -> {
              if (!(node instanceof TemplateNode.Scalar value)) {
                throw node.position().refuse("The variable " + name + " must be a single value");
              }
              if (value.text().contains(DYNAMIC_REFERENCE)) {
                throw node.position()
                    .refuse(
                        "The variable %s holds a dynamic reference: whoever reads the function's configuration reads what it stands for"
                            .formatted(name));
              }
              variables.put(name, value.text());
            });
    return variables;
  }
}
