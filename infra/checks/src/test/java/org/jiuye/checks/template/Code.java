package org.jiuye.checks.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuye.checks.contract.FunctionModule;
import org.jiuye.checks.contract.StartedFunction;
import org.jiuye.template.LambdaFunction;

/** Template and code fit: each function starts, with what the template gives it and no more. */
final class Code {
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

  /** Read by the JVM and by Spring itself. */
  private static final Set<String> READ_BY_OTHERS =
      Set.of("JAVA_TOOL_OPTIONS", FunctionModule.DEFINITION, "SPRING_APPLICATION_JSON");

  /** A function starts but once, whatever is asked of it. */
  private static final Map<LambdaFunction, Set<String>> READ = new ConcurrentHashMap<>();

  private Code() {}

  static List<String> definitionsNameABean(Subject subject) {
    return subject.template().functions().stream()
        .filter(Code::hasNoBean)
        .map(function -> function.logicalId() + " has no bean of its definition's name")
        .toList();
  }

  static List<String> variablesReadAreGiven(Subject subject) {
    return functionsWithBean(subject)
        .flatMap(
            function ->
                missing(function, readBy(function)).stream()
                    .map(name -> function.logicalId() + " is not given " + name))
        .toList();
  }

  static List<String> variablesGivenAreRead(Subject subject) {
    return functionsWithBean(subject)
        .flatMap(
            function -> {
              Set<String> unread = new TreeSet<>(function.environment().keySet());
              unread.removeAll(READ_BY_OTHERS);
              unread.removeAll(readBy(function));
              return unread.stream().map(name -> function.logicalId() + " never reads " + name);
            })
        .toList();
  }

  /** What a function asks for while it is made. */
  private static Set<String> readBy(LambdaFunction function) {
    return READ.computeIfAbsent(function, Code::start);
  }

  private static Set<String> start(LambdaFunction function) {
    Set<String> read = new ConcurrentSkipListSet<>();
    try (StartedFunction _ = new StartedFunction(function, read)) {
      return read;
    } catch (RuntimeException failure) {
      // It does not start without what it misses, which is what is to be told.
      if (missing(function, read).isEmpty()) {
        throw failure;
      }
      return read;
    }
  }

  private static Set<String> missing(LambdaFunction function, Set<String> read) {
    Set<String> missing = new TreeSet<>(read);
    missing.removeIf(name -> !VARIABLE.matcher(name).matches());
    missing.removeAll(function.environment().keySet());
    missing.removeAll(StartedFunction.givenByLambda());
    missing.removeAll(READ_BY_OTHERS);
    return missing;
  }

  private static Stream<LambdaFunction> functionsWithBean(Subject subject) {
    return subject.template().functions().stream().filter(function -> !hasNoBean(function));
  }

  private static boolean hasNoBean(LambdaFunction function) {
    return FunctionModule.of(function).findFrontDoor(function).isEmpty();
  }
}
