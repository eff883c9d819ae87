package org.jiuye.checks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

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
    "StuckException",
    "Page",
    "PageRequest"
  };

  private Rooms() {}

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
