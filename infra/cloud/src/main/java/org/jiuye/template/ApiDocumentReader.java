package org.jiuye.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the OpenAPI document of an API, as far as API Gateway goes by it. */
final class ApiDocumentReader {

  private static final String INTEGRATION = "x-amazon-apigateway-integration";
  private static final String INTEGRATIONS = "x-amazon-apigateway-integrations";
  private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
  private static final String CORS = "x-amazon-apigateway-cors";
  private static final String ANY_METHOD = "x-amazon-apigateway-any-method";
  private static final String REFERENCE = "#/components/" + INTEGRATIONS + "/";

  /** Whatever else an operation says is for people; of extensions these alone are known. */
  private static final String EXTENSION = "x-amazon-apigateway-";

  private static final Set<String> DOCUMENT =
      Set.of("openapi", "info", "tags", "paths", "components", "security", "servers", CORS);
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options", ANY_METHOD);
  private static final Pattern FUNCTION =
      Pattern.compile(
          "arn:[^:]+:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");

  private final Properties document;
  private final Properties components;

  private ApiDocumentReader(String owner, TemplateNode.Mapping mapping) {
    this.document = new Properties(owner + ": DefinitionBody", mapping, DOCUMENT);
    TemplateNode.Mapping declared = mapping.mapping("components");
    this.components = new Properties(owner + ": components", declared, declared.entries().keySet());
  }

  static ApiDocument read(String owner, String apiId, TemplateNode.Mapping mapping) {
    return new ApiDocumentReader(owner, mapping).read(apiId);
  }

  private ApiDocument read(String apiId) {
    if (!document.requiredText("openapi").startsWith("3.0.")) {
      throw document.refuse("openapi", "must be 3.0: API Gateway reads no other here");
    }
    Optional<HttpApi.JwtAuthorizer> authorizer = authorizer();
    List<ApiDocument.Operation> operations = new ArrayList<>();
    document
        .entries("paths")
        .forEach((path, node) -> operations.addAll(operations(path, node, authorizer)));
    return new ApiDocument(apiId, authorizer, cors(), operations);
  }

  private List<ApiDocument.Operation> operations(
      String path, TemplateNode node, Optional<HttpApi.JwtAuthorizer> authorizer) {
    if (!path.startsWith("/")) {
      throw node.position().refuse("A path must begin with /: " + path);
    }
    Properties item = new Properties(path, asMapping(node), METHODS);
    return asMapping(node).entries().entrySet().stream()
        .map(entry -> operation(item, path, entry.getKey(), entry.getValue(), authorizer))
        .toList();
  }

  private ApiDocument.Operation operation(
      Properties item,
      String path,
      String method,
      TemplateNode node,
      Optional<HttpApi.JwtAuthorizer> authorizer) {
    String verb = method.equals(ANY_METHOD) ? "ANY" : method.toUpperCase(Locale.ROOT);
    String routeKey = verb + " " + path;
    TemplateNode.Mapping declared = asMapping(node);
    declared
        .entries()
        .forEach(
            (key, value) -> {
              if (key.startsWith(EXTENSION) && !key.equals(INTEGRATION)) {
                throw value.position().refuse(routeKey + ": " + key + " is not supported");
              }
            });
    Properties operation = item.nested(method, declared.entries().keySet());
    return new ApiDocument.Operation(
        node.position(),
        operation.text("operationId").orElse(routeKey),
        routeKey,
        isPublic(operation, authorizer),
        functionArn(operation));
  }

  private boolean isPublic(Properties operation, Optional<HttpApi.JwtAuthorizer> authorizer) {
    Properties owner = operation.has("security") ? operation : document;
    List<TemplateNode.Mapping> requirements = owner.mappings("security");
    if (requirements.isEmpty()) {
      return true;
    }
    Set<String> schemes = requirements.getFirst().entries().keySet();
    if (requirements.size() != 1
        || authorizer.isEmpty()
        || !schemes.equals(Set.of(authorizer.get().name()))) {
      throw owner.refuse("security", "must name the document's authorizer, or nothing: []");
    }
    return false;
  }

  private String functionArn(Properties operation) {
    Properties integration =
        operation.nested(
            INTEGRATION,
            Set.of("$ref", "type", "httpMethod", "uri", "payloadFormatVersion", "connectionType"));
    Optional<String> reference = integration.text("$ref");
    if (reference.isPresent()) {
      if (!reference.get().startsWith(REFERENCE)) {
        throw integration.refuse("$ref", "must begin with " + REFERENCE);
      }
      String name = reference.get().substring(REFERENCE.length());
      if (!components.entries(INTEGRATIONS).containsKey(name)) {
        throw integration.refuse("$ref", "leads to nothing: " + reference.get());
      }
      integration =
          components
              .nested(INTEGRATIONS, components.entries(INTEGRATIONS).keySet())
              .nested(
                  name,
                  Set.of("type", "httpMethod", "uri", "payloadFormatVersion", "connectionType"));
    }
    must(integration, "type", "aws_proxy");
    must(integration, "httpMethod", "POST");
    must(integration, "payloadFormatVersion", "2.0");
    Matcher function = FUNCTION.matcher(integration.requiredText("uri"));
    if (!function.matches()) {
      throw integration.refuse("uri", "must be that of a function's invocations");
    }
    return function.group(1);
  }

  private static void must(Properties integration, String key, String value) {
    if (!integration.requiredText(key).equalsIgnoreCase(value)) {
      throw integration.refuse(key, "must be " + value);
    }
  }

  private Optional<HttpApi.JwtAuthorizer> authorizer() {
    Map<String, TemplateNode> schemes = components.entries("securitySchemes");
    if (schemes.isEmpty()) {
      return Optional.empty();
    }
    if (schemes.size() != 1) {
      throw components.refuse("securitySchemes", "must declare one authorizer");
    }
    String name = schemes.keySet().iterator().next();
    Properties scheme = components.nested("securitySchemes", schemes.keySet());
    TemplateNode.Mapping declared = asMapping(scheme.node(name));
    Properties authorizer =
        scheme
            .nested(name, declared.entries().keySet())
            .nested(AUTHORIZER, Set.of("type", "identitySource", "jwtConfiguration"));
    must(authorizer, "type", "jwt");
    return Optional.of(
        HttpApiReader.authorizer(name, authorizer, "identitySource", "jwtConfiguration"));
  }

  private Optional<HttpApi.Cors> cors() {
    if (!document.has(CORS)) {
      return Optional.empty();
    }
    Properties cors =
        document.nested(
            CORS,
            Set.of(
                "allowOrigins",
                "allowMethods",
                "allowHeaders",
                "exposeHeaders",
                "maxAge",
                "allowCredentials"));
    return Optional.of(
        new HttpApi.Cors(
            cors.texts("allowOrigins"),
            cors.texts("allowMethods"),
            cors.texts("allowHeaders"),
            cors.texts("exposeHeaders"),
            cors.seconds("maxAge", 0),
            cors.flag("allowCredentials", false)));
  }

  private static TemplateNode.Mapping asMapping(TemplateNode node) {
    if (node instanceof TemplateNode.Mapping mapping) {
      return mapping;
    }
    throw node.position().refuse("A mapping must stand here");
  }
}
