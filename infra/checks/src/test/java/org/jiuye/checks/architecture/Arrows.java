package org.jiuye.checks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;

/** Which module may know which. */
final class Arrows {
  private Arrows() {}

  static ArchRule functionsDoNotKnowEachOther(House house) {
    return slices()
        .assignedFrom(
            assignment(
                "functions",
                javaClass -> house.inFunction().test(javaClass) ? house.module(javaClass) : ""))
        .should()
        .notDependOnEachOther()
        .as("Functions do not know each other: events and the table's shared partitions link them");
  }

  static ArchRule functionsKnowSharedAlone(House house) {
    return noClasses()
        .that(house.inFunction())
        .should()
        .dependOnClassesThat(house.ours().and(not(house.inFunction())).and(not(house.inShared())))
        .as("Of the house, functions know shared alone");
  }

  static ArchRule sharedKnowsNobody(House house) {
    return noClasses()
        .that(house.inShared())
        .should()
        .dependOnClassesThat(house.ours().and(not(house.inShared())))
        .as("shared knows no function and no infra");
  }

  static ArchRule infraKnowsNoFunction(House house) {
    return noClasses()
        .that(house.inInfra())
        .should()
        .dependOnClassesThat(house.inFunction())
        .as("infra reaches functions through the template and their packages alone");
  }

  static ArchRule packagesFormNoCycle(House house) {
    return slices()
        .assignedFrom(
            assignment(
                "packages",
                javaClass -> house.ours().test(javaClass) ? javaClass.getPackageName() : ""))
        .should()
        .beFreeOfCycles()
        .as("Packages form no cycle");
  }

  static ArchRule roomsKnowEachOtherOneWay(House house) {
    return slices()
        .assignedFrom(assignment("rooms", house::room))
        .should()
        .beFreeOfCycles()
        .as("The rooms of a function know each other one way, models included");
  }

  private static SliceAssignment assignment(
      String description, Function<JavaClass, String> nameOrEmpty) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = nameOrEmpty.apply(javaClass);
        return name.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
      }

      @Override
      public String getDescription() {
        return description;
      }
    };
  }
}
