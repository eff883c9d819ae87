package org.jiuye.local.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;

/** The routes of an API, and which of them a request takes. */
final class RouteTable {

  /**
   * A route and the function that it leads to.
   *
   * @param isPermitted whether the API may invoke the function
   */
  record Target(
      RoutePattern pattern, FunctionRuntime function, boolean isPublic, boolean isPermitted) {}

  /**
   * A request's route.
   *
   * @param pathParameters decoded
   */
  record Match(Target target, Map<String, String> pathParameters) {}

  private final List<Target> targets;

  RouteTable(List<Target> targets) {
    this.targets =
        targets.stream()
            .sorted(Comparator.comparing(Target::pattern, RoutePattern.MOST_SPECIFIC_FIRST))
            .toList();
  }

  static RouteTable of(CloudTemplate template, String apiLogicalId, FunctionRuntimes runtimes) {
    return new RouteTable(
        template.functions().stream()
            .flatMap(
                function ->
                    function.routes().stream()
                        .filter(route -> route.apiLogicalId().equals(apiLogicalId))
                        .map(route -> target(function, route, runtimes)))
            .toList());
  }

  private static Target target(
      LambdaFunction function, LambdaFunction.Route route, FunctionRuntimes runtimes) {
    return new Target(
        RoutePattern.of(route.routeKey()),
        runtimes.of(function.logicalId()),
        route.isPublic(),
        route.isPermitted());
  }

  /**
   * The route that a request takes, empty when there is none.
   *
   * @throws MalformedUrlException when the path cannot be decoded
   */
  Optional<Match> find(String method, String rawPath) {
    List<String> path = RoutePattern.split(rawPath);
    for (Target target : targets) {
      Optional<Map<String, String>> parameters = target.pattern().match(method, path);
      if (parameters.isPresent()) {
        return Optional.of(new Match(target, parameters.get()));
      }
    }
    return Optional.empty();
  }

  boolean hasGuardedRoutes() {
    return targets.stream().anyMatch(target -> !target.isPublic());
  }
}
