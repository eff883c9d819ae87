package org.jiuye.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real house. A new module is judged as soon as its folder exists. */
class ArchitectureTest {
  private static final String ROOT = "org.jiuye";
  private static final int MOST_LINES = 400;

  /** Modules of infra that may know functions: they test or measure them. */
  private static final Set<String> NEAR_FUNCTIONS = Set.of("testing", "bench", "checks");

  private static final House HOUSE =
      new House(ROOT, packagesUnder("functions"), packagesUnder("infra"), 20);
  private static final JavaClasses CLASSES = classesOf(modules().toList());

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theHouseKeeps(Rule rule) {
    rule.in(HOUSE).check(CLASSES);
  }

  @Test
  void everyModuleIsBuiltBeforeItIsJudged() {
    for (Path module : modules().toList()) {
      if (!Repository.files(module.resolve("src/main/java"), ".java").isEmpty()) {
        assertThat(Repository.files(classesOf(module), ".class"))
            .as("%s must be a dependency in infra/checks/pom.xml", module)
            .isNotEmpty();
      }
    }
    assertThat(HOUSE.functions()).contains("stall");
    assertThat(HOUSE.infra()).contains("template", "local");
  }

  @Test
  void noSourceFileIsLong() {
    List<Path> sources =
        modules()
            .flatMap(module -> Repository.files(module.resolve("src/main/java"), ".java").stream())
            .toList();
    assertThat(sources).isNotEmpty();
    assertThat(sources)
        .allSatisfy(
            source ->
                assertThat(Repository.text(source).lines().count())
                    .as("lines of %s", source)
                    .isLessThanOrEqualTo(MOST_LINES));
  }

  private static Stream<Path> modules() {
    return Stream.of(
            Stream.of(Repository.root().resolve("shared")),
            Repository.modules("functions").stream(),
            Repository.modules("infra").stream())
        .flatMap(paths -> paths);
  }

  private static Set<String> packagesUnder(String folder) {
    return classesOf(Repository.modules(folder)).stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + "."))
        .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0])
        .filter(name -> !NEAR_FUNCTIONS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path classesOf(Path module) {
    return module.resolve("target/classes");
  }

  /**
   * Leaves out what Spring generates while a package is built: those names have two underscores.
   */
  private static JavaClasses classesOf(List<Path> modules) {
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("__"))
        .importPaths(
            modules.stream().map(ArchitectureTest::classesOf).filter(Files::exists).toList());
  }
}
