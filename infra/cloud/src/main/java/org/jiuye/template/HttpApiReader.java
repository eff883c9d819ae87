package org.jiuye.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads HTTP APIs. */
final class HttpApiReader {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "Auth",
          "CorsConfiguration",
          "DefinitionBody",
          "DefaultRouteSettings",
          "StageName",
          // Addresses, logs and tags: the cloud's own affair.
          "AccessLogSettings",
          "Name",
          "Description",
          "Domain",
          "DisableExecuteApiEndpoint",
          "FailOnWarnings",
          "PropagateTags",
          "Tags");
  private static final String TOKEN_HEADER = "$request.header.Authorization";

  private HttpApiReader() {}

  /**
   * Reads an API.
   *
   * @param document what its document makes of it, empty where it has none
   */
  static HttpApi read(
      PhysicalNames.Resource resource,
      TemplateNode.Mapping mapping,
      Optional<ApiDocument> document) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    if (!properties.text("StageName").orElse("$default").equals("$default")) {
      throw properties.refuse("StageName", "must be $default: a stage would begin every path");
    }
    return new HttpApi(
        resource.logicalId(),
        document.map(ApiDocument::authorizer).orElseGet(() -> authorizer(properties)),
        document.map(ApiDocument::cors).orElseGet(() -> cors(properties)),
        throttling(properties));
  }

  /** The document that declares an API's routes, empty where the functions' events do. */
  static Optional<ApiDocument> document(
      PhysicalNames.Resource resource, String apiId, TemplateNode.Mapping mapping) {
    Properties properties = new Properties(resource.logicalId(), mapping, UNDERSTOOD);
    if (!properties.has("DefinitionBody")) {
      return Optional.empty();
    }
    for (String elsewhere : List.of("Auth", "CorsConfiguration")) {
      if (properties.has(elsewhere)) {
        throw properties.refuse(elsewhere, "belongs in the document, as there is one");
      }
    }
    return Optional.of(
        ApiDocumentReader.read(resource.logicalId(), apiId, mapping.mapping("DefinitionBody")));
  }

  private static Optional<HttpApi.JwtAuthorizer> authorizer(Properties api) {
    Properties auth = api.nested("Auth", Set.of("DefaultAuthorizer", "Authorizers"));
    Map<String, TemplateNode> declared = auth.entries("Authorizers");
    Optional<String> standard = auth.text("DefaultAuthorizer");
    if (standard.isEmpty() && declared.isEmpty()) {
      return Optional.empty();
    }
    String name = standard.orElseThrow(() -> auth.refuse("Authorizers without DefaultAuthorizer"));
    if (!declared.keySet().equals(Set.of(name))) {
      throw auth.refuse("Authorizers", "must declare just the DefaultAuthorizer " + name);
    }
    Properties authorizer =
        auth.nested("Authorizers", Set.of(name))
            .nested(name, Set.of("IdentitySource", "JwtConfiguration"));
    return Optional.of(authorizer(name, authorizer, "IdentitySource", "JwtConfiguration"));
  }

  /** An authorizer, whose keys SAM and API Gateway write differently. */
  static HttpApi.JwtAuthorizer authorizer(
      String name, Properties authorizer, String identitySource, String jwtConfiguration) {
    if (!authorizer.requiredText(identitySource).equals(TOKEN_HEADER)) {
      throw authorizer.refuse(identitySource, "must be " + TOKEN_HEADER);
    }
    Properties jwt = authorizer.nested(jwtConfiguration, Set.of("issuer", "audience"));
    return new HttpApi.JwtAuthorizer(name, jwt.requiredText("issuer"), jwt.texts("audience"));
  }

  private static Optional<HttpApi.Cors> cors(Properties api) {
    if (!api.has("CorsConfiguration")) {
      return Optional.empty();
    }
    Properties cors =
        api.nested(
            "CorsConfiguration",
            Set.of(
                "AllowOrigins",
                "AllowMethods",
                "AllowHeaders",
                "ExposeHeaders",
                "MaxAge",
                "AllowCredentials"));
    return Optional.of(
        new HttpApi.Cors(
            cors.texts("AllowOrigins"),
            cors.texts("AllowMethods"),
            cors.texts("AllowHeaders"),
            cors.texts("ExposeHeaders"),
            cors.seconds("MaxAge", 0),
            cors.flag("AllowCredentials", false)));
  }

  private static Optional<HttpApi.Throttling> throttling(Properties api) {
    if (!api.has("DefaultRouteSettings")) {
      return Optional.empty();
    }
    Properties settings =
        api.nested(
            "DefaultRouteSettings",
            Set.of("ThrottlingRateLimit", "ThrottlingBurstLimit", "DetailedMetricsEnabled"));
    String rateLimit = settings.requiredText("ThrottlingRateLimit");
    try {
      return Optional.of(
          new HttpApi.Throttling(
              Double.parseDouble(rateLimit),
              settings
                  .optionalNumber("ThrottlingBurstLimit")
                  .orElseThrow(() -> settings.refuse("ThrottlingBurstLimit is missing"))));
    } catch (NumberFormatException e) {
      throw settings.refuse("ThrottlingRateLimit", "must be a number").causedBy(e);
    }
  }
}
