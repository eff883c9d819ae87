package org.jiuye.checks.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Optional;
import org.jiuye.checks.Repository;
import org.jiuye.template.LambdaFunction;
import org.springframework.context.annotation.Bean;

/**
 * The module that a function of the template is built from.
 *
 * @param folder for example {@code functions/stall-booking}
 */
public record FunctionModule(Path folder) {
  /** The variable that names the function's bean. */
  public static final String DEFINITION = "SPRING_CLOUD_FUNCTION_DEFINITION";

  /** The module that the function's package lies in. */
  public static FunctionModule of(LambdaFunction function) {
    Path folder = function.codeUri();
    while (folder != null && !folder.resolve("pom.xml").toFile().exists()) {
      folder = folder.getParent();
    }
    if (folder == null || folder.equals(Repository.root())) {
      throw new IllegalStateException(
          "%s: CodeUri %s lies in no module".formatted(function.logicalId(), function.codeUri()));
    }
    return new FunctionModule(folder);
  }

  /** The class with the bean that a function's variables name. */
  Class<?> frontDoor(LambdaFunction function) {
    return findFrontDoor(function)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s has no bean for %s".formatted(folder, function.logicalId())));
  }

  /** The same, empty where there is none. */
  public Optional<Class<?>> findFrontDoor(LambdaFunction function) {
    String definition = function.environment().getOrDefault(DEFINITION, "");
    return new ClassFileImporter()
        .importPath(folder.resolve("target/classes")).stream()
            .filter(
                javaClass ->
                    javaClass.getMethods().stream()
                        .anyMatch(
                            method ->
                                method.getName().equals(definition)
                                    && method.isAnnotatedWith(Bean.class)))
            .findFirst()
            .map(JavaClass::reflect);
  }
}
