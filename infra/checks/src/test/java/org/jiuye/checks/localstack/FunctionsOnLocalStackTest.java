package org.jiuye.checks.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.emulators.RunningServices;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The functions' tests on table and queues, on LocalStack's: unchanged, with the template's roles
 * and the same troubles between. They are the classes tagged {@value #TAG}, of whatever function.
 */
@OnLocalStack
class FunctionsOnLocalStackTest {
  private static final String TAG = "integration";

  @TestFactory
  Stream<DynamicTest> holdThere(LocalStack localStack) {
    List<String> classes = Elsewhere.tagged(TAG, testFolders());
    assertThat(classes).isNotEmpty();
    return classes.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> pass(localStack, name)));
  }

  @Test
  void everyFunctionHasSuchTests() {
    assertThat(testFolders())
        .allSatisfy(
            folder ->
                assertThat(Elsewhere.tagged(TAG, Set.of(folder))).as("%s", folder).isNotEmpty());
  }

  private static void pass(LocalStack localStack, String testClass) {
    new Elsewhere(RunningServices.properties(localStack.endpoint())).pass(testClass);
  }

  /** They are on the class path by this module's pom. */
  private static Set<Path> testFolders() {
    return Repository.modules("functions").stream()
        .map(module -> module.resolve("target/test-classes"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
