package org.jiuye.checks.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuye.shared.json.Json;
import org.jiuye.template.CloudTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What of the template LocalStack 4.14.0, the community's, cannot make, and why. */
final class LeftOut {
  private static final String NO_RUNTIME =
      "the java25 runtime's image and LocalStack's own part of it cannot be had";
  private static final String NO_HTTP_API = "HTTP APIs belong to the editions that need a token";

  /** Types of resources, as the SAM transform makes them, and the reason of each. */
  static final Map<String, String> TYPES =
      Map.of(
          "AWS::Lambda::Function",
          NO_RUNTIME,
          "AWS::Lambda::Permission",
          NO_RUNTIME,
          "AWS::Lambda::EventSourceMapping",
          NO_RUNTIME,
          "AWS::Lambda::EventInvokeConfig",
          NO_RUNTIME,
          "AWS::ApiGatewayV2::Api",
          NO_HTTP_API,
          "AWS::ApiGatewayV2::Stage",
          NO_HTTP_API);

  private final Map<String, JsonNode> resources;
  private final String stackName;
  private final CloudTemplate declared;

  private LeftOut(Map<String, JsonNode> resources, String stackName, CloudTemplate declared) {
    this.resources = resources;
    this.stackName = stackName;
    this.declared = declared;
  }

  /**
   * A template without those resources; who refers to one gets the name or ARN that it would have.
   *
   * @param processed the template after the SAM transform
   * @param declared the template before, under the same names
   */
  static String without(JsonNode processed, String stackName, CloudTemplate declared) {
    Map<String, JsonNode> resources =
        processed
            .path("Resources")
            .propertyStream()
            .filter(resource -> isLeftOut(resource.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    ObjectNode template = (ObjectNode) processed.deepCopy();
    // The HTTP API's address is among them.
    template.remove("Outputs");
    ((ObjectNode) template.path("Resources")).remove(resources.keySet());
    return Json.MAPPER.writeValueAsString(
        new LeftOut(resources, stackName, declared).resolved(template));
  }

  private static boolean isLeftOut(JsonNode resource) {
    return TYPES.containsKey(resource.path("Type").stringValue());
  }

  private Object resolved(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(this::resolved).toList();
    }
    if (!node.isObject()) {
      return node;
    }
    String reference = node.path("Ref").asString("");
    if (resources.containsKey(reference)) {
      return stackName + "-" + reference;
    }
    JsonNode attribute = node.path("Fn::GetAtt");
    if (resources.containsKey(attribute.path(0).asString(""))) {
      return declared.function(attribute.path(0).asString("")).arn();
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    node.propertyStream().forEach(entry -> entries.put(entry.getKey(), resolved(entry.getValue())));
    return entries;
  }
}
