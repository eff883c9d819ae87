package org.jiuye.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What no class may do, wherever it is. */
final class Habits {
  /**
   * What makes the clock, and what runs on real time: the table's expiry, what is kept a minute.
   */
  private static final Set<String> MAY_ASK_THE_SYSTEM =
      Set.of(
          ".shared.calendar.ClockConfiguration",
          ".shared.http.Idempotency",
          ".notification.NotificationFunctions");

  private static final Set<String> SETTINGS = Set.of("getenv", "getProperty", "getProperties");
  private static final Set<String> PROPERTY_READERS =
      Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Boolean");

  private Habits() {}

  static ArchRule timeGoesThroughTheClock(House house) {
    DescribedPredicate<JavaClass> judged =
        DescribedPredicate.describe(
            "in functions and shared, the clock and what runs on real time aside",
            javaClass ->
                house.inFunction().or(house.inShared()).test(javaClass)
                    && MAY_ASK_THE_SYSTEM.stream()
                        .map(house.root()::concat)
                        .noneMatch(
                            name ->
                                javaClass.getName().equals(name)
                                    || javaClass.getName().startsWith(name + "$")));
    return noClasses()
        .that(judged)
        .should(access("ask the system for the time", Habits::asksForTheTime))
        .as("All time goes through the county's clock");
  }

  static ArchRule settingsComeFromTheEnvironment(House house) {
    return noClasses()
        .that(house.inFunction().or(house.inShared()))
        .should(access("read the process's settings", Habits::readsSettings))
        .as("Settings come from Spring's Environment alone, so that many run in one JVM");
  }

  static ArchRule nothingIsPrinted(House house) {
    return noClasses()
        .that(house.inFunction().or(house.inShared()))
        .should(access("print", Habits::prints))
        .as("What is told goes through the log, which tells no personal data");
  }

  static ArchRule namesSayWhatAClassIsFor(House house) {
    return noClasses()
        .that(house.ours())
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .as("Names say what a class is for");
  }

  static ArchRule packagesAreNullMarked(House house) {
    return classes()
        .that(house.ours())
        .should(
            new ArchCondition<>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked =
                    javaClass
                        .getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                String message = javaClass.getName() + " is in a package that is not @NullMarked";
                events.add(new SimpleConditionEvent(javaClass, marked, message));
              }
            })
        .as("Every package is @NullMarked");
  }

  private static boolean asksForTheTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis");
      case "java.time.InstantSource" -> name.equals("system");
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      case "java.util.Date" -> name.equals("<init>");
      case "java.util.Calendar" -> name.equals("getInstance");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }

  private static boolean readsSettings(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return owner.equals("java.lang.System")
        ? SETTINGS.contains(name)
        : PROPERTY_READERS.contains(owner) && name.matches("get(Integer|Long|Boolean)");
  }

  private static boolean prints(JavaAccess<?> access) {
    String name = access.getTarget().getName();
    return access.getTargetOwner().getName().equals("java.lang.System")
        ? name.equals("out") || name.equals("err")
        : name.equals("printStackTrace");
  }

  private static ArchCondition<JavaClass> access(
      String description, Predicate<JavaAccess<?>> predicate) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        javaClass.getAccessesFromSelf().stream()
            .filter(predicate)
            .map(found -> SimpleConditionEvent.satisfied(javaClass, found.getDescription()))
            .forEach(events::add);
      }
    };
  }
}
