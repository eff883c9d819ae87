package org.jiuye.checks.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which room a class is in, told by its package alone: {@code root.CAPABILITY..}, {@code
 * root.shared..}, {@code root.INFRA..}.
 *
 * @param root the root package
 * @param functions the first package of each function module, for example {@code stall}
 * @param infra the first package of each infra module that knows no function
 * @param mostClasses of a package: one with more has two subjects
 */
record House(String root, Set<String> functions, Set<String> infra, int mostClasses) {
  static final String SHARED = "shared";

  /** Packages of pure Java: a room's model and three-valued logic. */
  private static final Set<String> PURE = Set.of("model", "logic");

  private static final String FRONT_DOOR = "Functions";
  private static final String STORE = "Store";

  /** The keys that several stores of a capability share. */
  private static final String KEYS = "Keys";

  /** The first package below the root; empty for classes of others. */
  String module(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    return name.substring(root.length() + 1).split("\\.", 2)[0];
  }

  /**
   * The room of a function that a class is in, its model being a part of it: the first two packages
   * below the root. Empty for classes of others, and for those that wire the rooms.
   */
  String room(JavaClass javaClass) {
    if (!functions.contains(module(javaClass))) {
      return "";
    }
    String[] packages = javaClass.getPackageName().substring(root.length() + 1).split("\\.", -1);
    return packages.length < 2 ? "" : packages[0] + "." + packages[1];
  }

  /** A class of ours, whichever. */
  DescribedPredicate<JavaClass> ours() {
    return is("ours", javaClass -> !module(javaClass).isEmpty());
  }

  DescribedPredicate<JavaClass> inFunction() {
    return is("in a function", javaClass -> functions.contains(module(javaClass)));
  }

  DescribedPredicate<JavaClass> inShared() {
    return is("in shared", javaClass -> module(javaClass).equals(SHARED));
  }

  DescribedPredicate<JavaClass> inInfra() {
    return is("in infra", javaClass -> infra.contains(module(javaClass)));
  }

  /** Pure rules and records of a function. */
  DescribedPredicate<JavaClass> inModel() {
    return is(
        "in a function's model",
        javaClass ->
            functions.contains(module(javaClass))
                && Stream.of(javaClass.getPackageName().split("\\.")).anyMatch(PURE::contains));
  }

  DescribedPredicate<JavaClass> frontDoor() {
    return is("a front door", javaClass -> isCalled(javaClass, FRONT_DOOR));
  }

  DescribedPredicate<JavaClass> store() {
    return is("a store", javaClass -> isCalled(javaClass, STORE) || isCalled(javaClass, KEYS));
  }

  /** The keys that the stores of a room share. */
  DescribedPredicate<JavaClass> keys() {
    return is("keys", javaClass -> isCalled(javaClass, KEYS));
  }

  /** One use case a class: it takes a request, an event or a schedule's run. */
  DescribedPredicate<JavaClass> useCase() {
    return is(
        "a use case",
        javaClass ->
            functions.contains(module(javaClass))
                && (takes(javaClass, ".http.HttpRequest")
                    || isA(javaClass, ".event.EventHandler")
                    || isA(javaClass, ".event.ScheduleFunction$Task")));
  }

  DescribedPredicate<JavaClass> named(String... simpleNamesInShared) {
    Set<String> names = Set.of(simpleNamesInShared);
    return is(
        "one of " + String.join(", ", simpleNamesInShared),
        javaClass -> module(javaClass).equals(SHARED) && names.contains(javaClass.getSimpleName()));
  }

  private boolean isCalled(JavaClass javaClass, String ending) {
    return functions.contains(module(javaClass)) && outermost(javaClass).endsWith(ending);
  }

  private boolean takes(JavaClass javaClass, String typeInShared) {
    return javaClass.getMethods().stream()
        .filter(method -> method.getName().equals("handle"))
        .flatMap(method -> method.getRawParameterTypes().stream())
        .anyMatch(type -> type.getName().equals(root + "." + SHARED + typeInShared));
  }

  private boolean isA(JavaClass javaClass, String typeInShared) {
    return javaClass.isAssignableTo(root + "." + SHARED + typeInShared);
  }

  private static String outermost(JavaClass javaClass) {
    JavaClass outer = javaClass;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getSimpleName();
  }

  private static DescribedPredicate<JavaClass> is(
      String description, java.util.function.Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
