package org.jiuye.checks.localstack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes stacks. */
final class CloudFormation {
  static final String COMPLETE = "CREATE_COMPLETE";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Api api;

  CloudFormation(Api api) {
    this.api = api;
  }

  /**
   * Makes a stack and waits until all is there or something has failed.
   *
   * @return its status
   */
  String create(String stack, String template, Map<String, String> parameters) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("StackName", stack);
    request.put("TemplateBody", template);
    request.put("OnFailure", "DO_NOTHING");
    request.put("Capabilities.member.1", "CAPABILITY_IAM");
    request.put("Capabilities.member.2", "CAPABILITY_AUTO_EXPAND");
    int number = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String member = "Parameters.member." + ++number;
      request.put(member + ".ParameterKey", parameter.getKey());
      request.put(member + ".ParameterValue", parameter.getValue());
    }
    call("CreateStack", request);
    return await()
        .atMost(PATIENCE)
        .until(() -> status(stack), status -> !status.endsWith("_IN_PROGRESS"));
  }

  /** The template after the transform, as JSON. */
  String processedTemplate(String stack) {
    return call("GetTemplate", Map.of("StackName", stack, "TemplateStage", "Processed"))
        .text("TemplateBody");
  }

  /** What a stack consists of. */
  List<Resource> resources(String stack) {
    return call("DescribeStackResources", Map.of("StackName", stack))
        .members("StackResources")
        .stream()
        .map(
            resource ->
                new Resource(
                    resource.text("LogicalResourceId"),
                    resource.text("PhysicalResourceId"),
                    resource.text("ResourceType"),
                    resource.text("ResourceStatus")))
        .toList();
  }

  private String status(String stack) {
    return call("DescribeStacks", Map.of("StackName", stack)).text("StackStatus");
  }

  private Xml call(String action, Map<String, String> parameters) {
    return api.call("cloudformation", "2010-05-15", action, parameters);
  }

  /** A resource of a stack. */
  record Resource(String logicalId, String physicalId, String type, String status) {}
}
