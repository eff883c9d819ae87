package org.jiuye.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule finds its wrong arrow in the small house of fixtures, and nothing else. */
class WrongArrowsTest {
  private static final String ROOT = "org.jiuye.checks.fixture";
  private static final House HOUSE = new House(ROOT, Set.of("stall", "loan"), Set.of("local"), 10);
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);

  private static final Map<Rule, String> CULPRITS =
      Map.ofEntries(
          Map.entry(Rule.FUNCTIONS_DO_NOT_KNOW_EACH_OTHER, "KnowsOtherFunction"),
          Map.entry(Rule.FUNCTIONS_KNOW_SHARED_ALONE, "KnowsInfra"),
          Map.entry(Rule.SHARED_KNOWS_NOBODY, "KnowsFunction"),
          Map.entry(Rule.INFRA_KNOWS_NO_FUNCTION, "LocalCloud"),
          Map.entry(Rule.PACKAGES_FORM_NO_CYCLE, "KnowsStore"),
          Map.entry(Rule.ROOMS_KNOW_EACH_OTHER_ONE_WAY, "KnowsNight"),
          Map.entry(Rule.PACKAGES_ARE_SMALL, ".fixture.stall holds 12 classes"),
          Map.entry(Rule.NOBODY_KNOWS_THE_FRONT_DOOR, "KnowsFrontDoor"),
          Map.entry(Rule.STORES_KNOW_NO_USE_CASE, "StallStore"),
          Map.entry(Rule.MODELS_KNOW_NO_OTHER_ROOM, "KnowsStore"),
          Map.entry(Rule.MODELS_ARE_PURE, "KnowsStore"),
          Map.entry(Rule.STORES_ALONE_MAKE_KEYS_AND_CONDITIONS, "MakesKey"),
          Map.entry(Rule.KEYS_STAY_IN_THEIR_ROOM, "NightKeys"),
          Map.entry(Rule.DOORS_WRITE_NOTHING, "WritesAtTheDoor"),
          Map.entry(Rule.FRONT_DOORS_ALONE_WIRE, "WiresItself"),
          Map.entry(Rule.TABLE_SHOWS_WHAT_IT_MUST, "SingleWriter"),
          Map.entry(Rule.TIME_GOES_THROUGH_THE_CLOCK, "AsksTheSystem"),
          Map.entry(Rule.SETTINGS_COME_FROM_THE_ENVIRONMENT, "AsksTheSystem"),
          Map.entry(Rule.NOTHING_IS_PRINTED, "AsksTheSystem"),
          Map.entry(Rule.NAMES_SAY_WHAT_A_CLASS_IS_FOR, "StallManager"),
          Map.entry(Rule.PACKAGES_ARE_NULL_MARKED, "Unmarked"));

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aWrongArrowIsFoundBy(Rule rule) {
    List<String> found = rule.in(HOUSE).evaluate(CLASSES).getFailureReport().getDetails();

    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(detail -> detail.contains(CULPRITS.get(rule)));
  }
}
