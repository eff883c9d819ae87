package org.jiuye.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads the routes of APIs' documents to their functions. */
final class RouteResolver {

  private final PhysicalNames names;
  private final List<LambdaFunction> functions;
  private final List<Permission> permissions;

  RouteResolver(PhysicalNames names, List<LambdaFunction> functions, List<Permission> permissions) {
    this.names = names;
    this.functions = functions;
    this.permissions = permissions;
  }

  /**
   * The functions with all of their routes.
   *
   * @param documents by the API's logical id
   */
  List<LambdaFunction> resolve(Map<String, ApiDocument> documents) {
    Map<String, List<LambdaFunction.Route>> routesByFunction = new LinkedHashMap<>();
    documents.forEach(
        (api, document) ->
            document
                .operations()
                .forEach(
                    operation -> {
                      LambdaFunction function = function(operation);
                      routesByFunction
                          .computeIfAbsent(function.logicalId(), _ -> new ArrayList<>())
                          .add(route(api, document, operation, function));
                    }));
    return functions.stream()
        .map(
            function ->
                function.withRoutes(routesByFunction.getOrDefault(function.logicalId(), List.of())))
        .toList();
  }

  private LambdaFunction.Route route(
      String api, ApiDocument document, ApiDocument.Operation operation, LambdaFunction function) {
    String request =
        "arn:%s:execute-api:%s:%s:%s/$default/%s"
            .formatted(
                pseudo("AWS::Partition"),
                pseudo("AWS::Region"),
                pseudo("AWS::AccountId"),
                document.apiId(),
                operation.routeKey().replace(" ", ""));
    boolean isPermitted =
        permissions.stream()
            .anyMatch(permission -> permission.allows(function.name(), function.arn(), request));
    return new LambdaFunction.Route(
        operation.name(), api, operation.routeKey(), operation.isPublic(), isPermitted);
  }

  private LambdaFunction function(ApiDocument.Operation operation) {
    return functions.stream()
        .filter(function -> function.arn().equals(operation.functionArn()))
        .findFirst()
        .orElseThrow(
            () ->
                operation
                    .position()
                    .refuse(
                        "The route %s leads to no function of this template: %s"
                            .formatted(operation.routeKey(), operation.functionArn())));
  }

  private String pseudo(String name) {
    return names.pseudoParameter(name).orElseThrow();
  }
}
