package org.jiuye.contract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the gateway is configured from: the routes, which of them need a token, and the function
 * that each leads to. {@code template.yaml} includes it, so it is written in CloudFormation's long
 * forms: it refers to the template's parameters and to the nested stacks of the capabilities.
 */
final class GatewayDocument {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final String INTEGRATIONS = "x-amazon-apigateway-integrations";

  private GatewayDocument() {}

  /**
   * Writes it.
   *
   * @param requestHeaders the headers that operations take
   * @param responseHeaders the headers that they answer with
   */
  static ObjectNode of(
      List<Part> capabilities, Set<String> requestHeaders, Set<String> responseHeaders) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.0.1");
    document.putObject("info").put("title", "Jiuye").put("version", "1.0.0");
    ObjectNode paths = document.putObject("paths");
    ObjectNode components = document.putObject("components");
    components.putObject("securitySchemes").set(Assembly.TOKEN, authorizer());
    ObjectNode integrations = components.putObject(INTEGRATIONS);
    Set<String> methods = new TreeSet<>();
    for (Part capability : capabilities) {
      for (Part.Operation operation : capability.operations()) {
        paths.withObjectProperty(operation.path()).set(operation.method(), route(operation));
        methods.add(operation.method().toUpperCase(Locale.ROOT));
        integrations.set(capability.logicalId(), integration(capability));
      }
    }
    document.set("x-amazon-apigateway-cors", cors(methods, requestHeaders, responseHeaders));
    return document;
  }

  private static ObjectNode route(Part.Operation operation) {
    ObjectNode route = JsonNodeFactory.instance.objectNode();
    Matcher matcher = PATH_PARAMETER.matcher(operation.path());
    while (matcher.find()) {
      ObjectNode parameter = route.withArray("parameters").addObject();
      parameter.put("name", matcher.group(1)).put("in", "path").put("required", true);
      parameter.putObject("schema").put("type", "string");
    }
    if (operation.isGuarded()) {
      route.putArray("security").addObject().putArray(Assembly.TOKEN);
    }
    route
        .putObject("x-amazon-apigateway-integration")
        .put("$ref", "#/components/" + INTEGRATIONS + "/" + operation.part().logicalId());
    route.putObject("responses").putObject("default").put("description", "See the contract.");
    return route;
  }

  private static ObjectNode authorizer() {
    ObjectNode scheme = JsonNodeFactory.instance.objectNode().put("type", "oauth2");
    ObjectNode authorizer =
        scheme
            .putObject("x-amazon-apigateway-authorizer")
            .put("type", "jwt")
            .put("identitySource", "$request.header.Authorization");
    ObjectNode configuration = authorizer.putObject("jwtConfiguration");
    configuration.putObject("issuer").put("Ref", "JwtIssuer");
    configuration.putArray("audience").addObject().put("Ref", "JwtAudience");
    return scheme;
  }

  private static ObjectNode integration(Part capability) {
    ObjectNode integration =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "aws_proxy")
            .put("httpMethod", "POST")
            .put("payloadFormatVersion", "2.0");
    integration
        .putObject("uri")
        .putArray("Fn::Sub")
        .add(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                + "${FunctionArn}/invocations")
        .addObject()
        .putObject("FunctionArn")
        .putArray("Fn::GetAtt")
        .add(capability.logicalId())
        .add("Outputs.HttpFunctionArn");
    return integration;
  }

  private static ObjectNode cors(
      Set<String> methods, Set<String> requestHeaders, Set<String> responseHeaders) {
    ObjectNode cors = JsonNodeFactory.instance.objectNode();
    cors.putObject("allowOrigins").put("Ref", "AllowedOrigins");
    methods.forEach(cors.putArray("allowMethods")::add);
    requestHeaders.forEach(cors.putArray("allowHeaders")::add);
    responseHeaders.forEach(cors.putArray("exposeHeaders")::add);
    return cors.put("maxAge", 3600);
  }
}
