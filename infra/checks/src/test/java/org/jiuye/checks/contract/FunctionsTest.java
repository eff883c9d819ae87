package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.shared.http.Routes;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Template and code: each function of the template starts, with what the template gives it. */
class FunctionsTest {
  static Stream<Named<LambdaFunction>> functions() {
    return Repository.template().functions().stream()
        .map(function -> Named.of(function.logicalId(), function));
  }

  static Stream<Named<LambdaFunction>> httpFunctions() {
    return functions().filter(function -> !function.getPayload().routes().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void starts(LambdaFunction function) {
    try (StartedFunction started = new StartedFunction(function)) {
      assertThat(started.bean()).isInstanceOf(Function.class);
    }
  }

  @ParameterizedTest
  @MethodSource("httpFunctions")
  void servesTheRoutesThatTheTemplateLeadsToIt(LambdaFunction function) {
    try (StartedFunction started = new StartedFunction(function)) {
      Routes routes = started.bean(Routes.class);

      assertThat(routes.keys())
          .containsExactlyInAnyOrderElementsOf(
              function.routes().stream().map(LambdaFunction.Route::routeKey).toList());
      assertThat(function.routes())
          .allSatisfy(
              route ->
                  assertThat(routes.isPublic(route.routeKey()))
                      .as("%s is public", route.routeKey())
                      .isEqualTo(route.isPublic()));
    }
  }
}
