package org.jiuye.checks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rooms of a module: front door, use cases, store, model. */
final class Rooms {
  private static final String[] TABLE_SHOWS = {
    "Table",
    "TableConfiguration",
    "Key",
    "Items",
    "Query",
    "Slice",
    "Write",
    "Expression",
    "Verdict",
    "Transaction",
    "Requirement",
    "Outcome",
    "Attempt",
    "LookAgain",
    "Page",
    "PageRequest"
  };

  /** By which a use case writes. */
  private static final String[] WRITES = {
    "Transaction", "Write", "Requirement", "Outcome", "LookAgain"
  };

  private Rooms() {}

  static ArchRule packagesAreSmall(House house) {
    return classes()
        .that(house.inFunction().or(house.inShared()))
        .should(
            new ArchCondition<>("be in a package of at most " + house.mostClasses() + " classes") {
              @Override
              public void check(JavaClass javaClass, ConditionEvents events) {
                long classes =
                    javaClass.getPackage().getClasses().stream().filter(Rooms::isWritten).count();
                events.add(
                    new SimpleConditionEvent(
                        javaClass,
                        classes <= house.mostClasses(),
                        "%s holds %d classes".formatted(javaClass.getPackageName(), classes)));
              }
            })
        .as("A package with more classes than these has two subjects");
  }

  /**
   * A file of its own that somebody wrote: generated builders are none, nor are arrays of it and
   * the classes that the compiler makes for a switch, which look like top-level ones.
   */
  private static boolean isWritten(JavaClass javaClass) {
    return javaClass.isTopLevelClass()
        && !javaClass.isArray()
        && !javaClass.getName().contains("$")
        && !javaClass.getSimpleName().equals("package-info")
        && !javaClass.getSimpleName().endsWith("Builder");
  }

  static ArchRule keysStayInTheirRoom(House house) {
    return noClasses()
        .that(house.keys())
        .should()
        .bePublic()
        .as("The keys of a room's store stay in the room");
  }

  static ArchRule doorsWriteNothing(House house) {
    return noClasses()
        .that(house.inFunction())
        .and(dependOn(house.named("HttpRequest")))
        .should()
        .dependOnClassesThat(house.named(WRITES))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "makes an attempt's record",
                call ->
                    call.getTarget().getName().equals("record")
                        && house.named("Attempt").test(call.getTargetOwner())))
        .as("A door reads a request and writes the answer; what is kept, a use case writes");
  }

  private static DescribedPredicate<JavaClass> dependOn(DescribedPredicate<JavaClass> others) {
    return DescribedPredicate.describe(
        "depend on " + others.getDescription(),
        javaClass ->
            javaClass.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> others.test(dependency.getTargetClass())));
  }

  static ArchRule nobodyKnowsTheFrontDoor(House house) {
    return noClasses()
        .that(house.inFunction().and(not(house.frontDoor())))
        .should()
        .dependOnClassesThat(house.frontDoor())
        .as("Nobody knows the front door: it wires, and is wired by nobody");
  }

  static ArchRule storesKnowNoUseCase(House house) {
    return noClasses()
        .that(house.store())
        .should()
        .dependOnClassesThat(house.useCase())
        .as("Stores know no use case");
  }

  static ArchRule modelsKnowNoOtherRoom(House house) {
    return noClasses()
        .that(house.inModel())
        .should()
        .dependOnClassesThat(house.inFunction().and(not(house.inModel())))
        .as("Models know no other room");
  }

  static ArchRule modelsArePure(House house) {
    String shared = house.root() + ".shared.";
    return noClasses()
        .that(house.inModel())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.springframework..",
                    "software.amazon..",
                    "com.amazonaws..",
                    "org.slf4j..",
                    shared + "aws..",
                    shared + "table..",
                    shared + "event..",
                    shared + "http..",
                    shared + "invocation..")
                .and(not(house.named("Event"))))
        .as("Models are pure Java: no Spring, no AWS, no table, no HTTP; an event is but a record");
  }

  static ArchRule storesAloneMakeKeysAndConditions(House house) {
    return noClasses()
        .that(house.inFunction().and(not(house.store())))
        .should()
        .dependOnClassesThat(house.named("Key", "Query", "Expression"))
        .as("Stores alone make keys, queries and conditions");
  }

  static ArchRule frontDoorsAloneWire(House house) {
    return noClasses()
        .that(house.inFunction().and(not(house.frontDoor())))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.springframework.."))
        .as("Front doors alone know Spring; everything else gets what it needs by its constructor");
  }

  static ArchRule tableShowsWhatItMust(House house) {
    return classes()
        .that(resideInAPackage(house.root() + ".shared.table.."))
        .and(not(house.named(TABLE_SHOWS)))
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .notBePublic()
        .as("shared.table shows what functions need; how it writes is its own");
  }
}
