package org.jiuye.checks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Citizens wait for the packages that answer HTTP requests: each has a budget. */
class PackageBudgetTest {
  private static final int MOST_JARS = 45;
  private static final long MOST_BYTES = 20L * 1024 * 1024;

  @TestFactory
  Stream<DynamicTest> packagesThatCitizensCallKeepTheirBudget() {
    List<Path> packages =
        Repository.template().functions().stream()
            .filter(function -> !function.routes().isEmpty())
            .map(LambdaFunction::codeUri)
            .distinct()
            .toList();
    assertThat(packages).isNotEmpty();
    return packages.stream()
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> judge(folder)));
  }

  @TestFactory
  Stream<DynamicTest> noPackageBringsALibraryTwice() {
    return Repository.template().functions().stream()
        .map(LambdaFunction::codeUri)
        .distinct()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.toString(),
                    () -> {
                      List<String> libraries =
                          files(folder).stream()
                              .map(file -> file.getFileName().toString())
                              .map(name -> name.replaceFirst("-\\d.*$", ""))
                              .toList();
                      assertThat(libraries).doesNotHaveDuplicates();
                    }));
  }

  private static void judge(Path folder) throws IOException {
    List<Path> files = files(folder);
    assertThat(files)
        .filteredOn(file -> file.toString().endsWith(".jar"))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(MOST_JARS);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }
}
