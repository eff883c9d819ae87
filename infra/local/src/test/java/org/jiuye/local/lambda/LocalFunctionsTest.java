package org.jiuye.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.jiuye.local.clock.MovableClock;
import org.jiuye.local.testing.FixturePackage;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalFunctionsTest {

  private final MovableClock clock = new MovableClock();
  private final LocalFunctions functions;
  private final Path fixture;

  LocalFunctionsTest(@TempDir Path folder) throws Exception {
    fixture = FixturePackage.in(folder.resolve("package"));
    functions =
        start(
            function("Plain", FixturePackage.PLAIN_HANDLER, Map.of()),
            function("Hanging", FixturePackage.PLAIN_HANDLER, Map.of()),
            function(
                "Property",
                FixturePackage.SPRING_HANDLER,
                Map.of("SPRING_CLOUD_FUNCTION_DEFINITION", "property", "GREETING_WORD", "welcome")),
            function(
                "Time",
                FixturePackage.SPRING_HANDLER,
                Map.of("SPRING_CLOUD_FUNCTION_DEFINITION", "time")));
  }

  private LambdaFunction function(String id, String handler, Map<String, String> environment) {
    return new LambdaFunction(
        id,
        "jiuye-" + id,
        "arn:aws-cn:lambda:cn-north-1:000000000000:function:jiuye-" + id,
        fixture,
        handler,
        "java25",
        id.equals("Hanging") ? Duration.ofMillis(500) : Duration.ofSeconds(20),
        512,
        id.equals("Hanging") ? OptionalInt.of(1) : OptionalInt.empty(),
        environment,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new LambdaFunction.AsyncInvocation(2, Duration.ofHours(6), Optional.empty()));
  }

  private LocalFunctions start(LambdaFunction... declared) throws InterruptedException {
    return LocalFunctions.start(
        List.of(declared),
        new FunctionSettings() {
          @Override
          public Map<String, String> environmentOf(LambdaFunction function) {
            return function.environment();
          }

          @Override
          public Map<String, String> propertiesOf(LambdaFunction function) {
            return Map.of("jiuye.access-key-id", "key-of-" + function.logicalId());
          }
        },
        clock);
  }

  @BeforeAll
  void setPropertyOfTheMachine() {
    System.setProperty("jiuye.test.machine", "leaked");
  }

  @AfterAll
  void stop() throws Exception {
    System.clearProperty("jiuye.test.machine");
    functions.close();
  }

  private String invoke(String function, String event) {
    Invocation invocation = functions.of(function).invoke(event.getBytes(UTF_8));
    assertThat(invocation).isInstanceOf(Invocation.Succeeded.class);
    return new String(((Invocation.Succeeded) invocation).payload(), UTF_8);
  }

  @Test
  void answersWhatTheHandlerWrites() {
    assertThat(invoke("Plain", "{\"a\": 1}")).isEqualTo("{\"a\": 1}");
    assertThat(functions.of("Plain").state()).isEqualTo(FunctionRuntime.State.READY);
    assertThat(functions.all()).extracting(FunctionRuntime::logicalId).startsWith("Plain");
  }

  @Test
  void runsAFunctionOnItsOwnClasses() {
    assertThat(invoke("Plain", "isolation")).isEqualTo("hidden hidden true");
    assertThat(invoke("Plain", "thread")).isEqualTo("Plain");
  }

  @Test
  void handsOverLambdasContext() {
    assertThat(invoke("Plain", "context"))
        .isEqualTo(
            "jiuye-Plain arn:aws-cn:lambda:cn-north-1:000000000000:function:jiuye-Plain"
                + " $LATEST 512 true true");
  }

  @Test
  void tellsHowAFunctionFailed() {
    assertThat(functions.of("Plain").invoke("fail".getBytes(UTF_8)))
        .isEqualTo(new Invocation.Failed("java.lang.IllegalStateException", "as told"));
    assertThat(functions.of("Plain").invoke("fail checked".getBytes(UTF_8)))
        .isEqualTo(new Invocation.Failed("java.io.IOException", "as told"));
  }

  @Test
  void endsAnInvocationThatTakesTooLongAndThrottlesBesideIt() {
    CompletableFuture<Invocation> hanging = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> hanging.complete(functions.of("Hanging").invoke("hang".getBytes(UTF_8))));
    await()
        .until(
            () ->
                functions.of("Hanging").invoke("x".getBytes(UTF_8))
                    instanceof Invocation.Throttled);
    assertThat(hanging.join()).isEqualTo(new Invocation.TimedOut());
    assertThat(invoke("Hanging", "x")).isEqualTo("x");
  }

  @Test
  void givesAFunctionExactlyItsEnvironment() {
    assertThat(invoke("Property", "GREETING_WORD")).isEqualTo("welcome");
    assertThat(invoke("Property", "greeting.word")).isEqualTo("welcome");
    assertThat(invoke("Property", "jiuye.access-key-id")).isEqualTo("key-of-Property");
    assertThat(invoke("Property", "jiuye.test.machine")).isEqualTo("missing");
    assertThat(System.getenv()).containsKey("PATH");
    assertThat(invoke("Property", "PATH")).isEqualTo("missing");
    assertThat(invoke("Property", "user.dir")).isEqualTo("missing");
  }

  @Test
  void leavesTheLoggingOfTheMachineAlone() {
    assertThat(Logger.getLogger("").getHandlers())
        .noneMatch(handler -> handler.getClass().getName().contains("SLF4JBridgeHandler"));
  }

  @Test
  void givesAFunctionTheCountysClock() {
    clock.set(Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(invoke("Time", "")).startsWith("2031-01-01T00:0");
  }

  @Test
  void refusesToStartWithAFunctionThatDoesNot() {
    assertThatThrownBy(
            () ->
                start(
                    function("Plain", FixturePackage.PLAIN_HANDLER, Map.of()),
                    function("Broken", "org.jiuye.fixture.NoSuchHandler", Map.of())))
        .isInstanceOf(FunctionStartException.class)
        .hasMessageContaining("Broken did not start")
        .hasMessageContaining("NoSuchHandler");
  }

  @Test
  void saysWhichPackageIsMissing() {
    LambdaFunction plain = function("Plain", FixturePackage.PLAIN_HANDLER, Map.of());
    LambdaFunction homeless =
        new LambdaFunction(
            "Homeless",
            plain.name(),
            plain.arn(),
            fixture.resolveSibling("nowhere"),
            plain.handler(),
            plain.runtime(),
            plain.timeout(),
            plain.memorySize(),
            plain.reservedConcurrency(),
            plain.environment(),
            plain.statements(),
            plain.routes(),
            plain.queueSources(),
            plain.streamSources(),
            plain.schedules(),
            plain.asyncInvocation());
    assertThatThrownBy(() -> start(homeless))
        .hasMessageContaining("Homeless")
        .hasMessageContaining("nowhere");
  }
}
