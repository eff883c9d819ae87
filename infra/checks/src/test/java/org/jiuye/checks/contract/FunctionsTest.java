package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.shared.http.Routes;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Template and code: each function of the template starts, with what the template gives it. */
class FunctionsTest {
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

  /** Read by the JVM and by Spring itself. */
  private static final Set<String> READ_BY_OTHERS =
      Set.of("JAVA_TOOL_OPTIONS", FunctionModule.DEFINITION, "SPRING_APPLICATION_JSON");

  static Stream<Named<LambdaFunction>> functions() {
    return Repository.template().functions().stream()
        .map(function -> Named.of(function.logicalId(), function));
  }

  static Stream<Named<LambdaFunction>> httpFunctions() {
    return functions().filter(function -> !function.getPayload().routes().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void startsWithTheVariablesThatTheTemplateGivesAndReadsEachOfThem(LambdaFunction function) {
    try (StartedFunction started = new StartedFunction(function)) {
      assertThat(started.bean()).isInstanceOf(Function.class);

      Set<String> given = new TreeSet<>(function.environment().keySet());
      given.removeAll(READ_BY_OTHERS);
      assertThat(started.read()).as("read of what is given").containsAll(given);

      Set<String> missing = new TreeSet<>(started.read());
      missing.removeIf(name -> !VARIABLE.matcher(name).matches());
      missing.removeAll(function.environment().keySet());
      missing.removeAll(StartedFunction.givenByLambda());
      missing.removeAll(READ_BY_OTHERS);
      assertThat(missing).as("read, but not given").isEmpty();
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
