package org.jiuye.checks.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.emulators.RunningServices;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The functions' tests on table and queues, on LocalStack's: unchanged, with the template's roles
 * and the same troubles between. They are those tagged {@value #TAG}; every function has some.
 */
@OnLocalStack
class FunctionsOnLocalStackTest {
  private static final String TAG = "integration";

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> holdThere(LocalStack localStack) {
    List<Path> functions = Repository.modules("functions");
    assertThat(functions).isNotEmpty();
    Elsewhere elsewhere = new Elsewhere(RunningServices.properties(localStack.endpoint()));
    return functions.stream()
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function.getFileName().toString(),
                    () -> elsewhere.pass(function.resolve("target/test-classes"), TAG)));
  }
}
