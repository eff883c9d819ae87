package org.jiuye.checks.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedTest {
  private static final String EVENT =
      """
      {"routeKey":"POST /","headers":{"a":"1"},"body":"{\\"siteId\\":\\"x\\",\\"list\\":[1]}"}\
      """;

  @Test
  void isPlantedInEveryValueAndNameAndInTextsWithin() {
    List<String> variants = new Planted().variantsOf(EVENT);

    // headers, a in it, a new name in it; body, siteId, list, its element, a new name; a new name.
    assertThat(variants).hasSize(9).doesNotHaveDuplicates();
    assertThat(variants)
        .allSatisfy(variant -> assertThat(Planted.in(variant)).hasSizeGreaterThan(3))
        .allSatisfy(variant -> assertThat(variant).startsWith("{\"routeKey\":\"POST /\""))
        .anySatisfy(variant -> assertThat(variant).contains("{\\\"siteId\\\":\\\"1305"));
  }

  @Test
  void whatAllEventsHaveIsNotTriedWithEachOfThem() {
    Planted planted = new Planted();
    planted.variantsOf(EVENT);
    planted.variantsOf(EVENT);

    assertThat(planted.variantsOf(EVENT)).hasSize(5);
  }
}
