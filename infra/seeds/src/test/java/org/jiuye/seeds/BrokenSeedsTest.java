package org.jiuye.seeds;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** Whatever is broken is told with file, line, column and reason. */
class BrokenSeedsTest {

  @TempDir Path directory;

  /** A file with a text replaced, and what is then said of it. */
  static Stream<Arguments> breaks() {
    return Stream.of(
        broken("YAML that does not parse", "trades.yaml", "trades:", "trades: [", "2:"),
        broken(
            "a name twice",
            "sites/parks.yaml",
            "    kind: NIGHT_MARKET\n",
            "    kind: NIGHT_MARKET\n    kind: NIGHT_MARKET\n",
            "6:5: /sites/0/kind: stands here a second time; the first is in line 5"),
        broken("an alias", "trades.yaml", "    code: TOYS", "    code: TOYS", ""),
        broken(
            "an unknown property",
            "sites/parks.yaml",
            "    kind: NIGHT_MARKET",
            "    kind: NIGHT_MARKET\n    colour: red",
            "6:5: /sites/0/colour: is not a known property"),
        broken(
            "a missing property",
            "sites/parks.yaml",
            "    kind: NIGHT_MARKET\n",
            "",
            "4:5: /sites/0: required property 'kind' not found"));
  }

  private static Arguments broken(
      String what, String file, String text, String replacement, String message) {
    return Arguments.of(what, file, text, replacement, message);
  }

  @Test
  void showsMessages() throws IOException {
    CountyCopy county = CountyCopy.in(directory);
    county.replace("trades.yaml", "code: TOYS", "code: 12");
    county.replace("trades.yaml", "code: CLOTHING", "code: *x");
    county.replace("divisions.yaml", "\"130529\"", "130529");
    county.replace("divisions.yaml", "kind: TOWN\n", "kind: CITY\n");
    county.replace("divisions.yaml", "zh-CN: 王虎寨镇, ", "");
    county.replace("county.yaml", "Asia/Shanghai", "Europe/Berlin");
    county.replace("calendar/2026.yaml", "2026-02-23", "2026-02-30");
    county.replace("sites/towns.yaml", "PT4H30M", "4h30");
    county.replace("sites/towns.yaml", "--05-15", "--02-31");
    county.replace("sites/towns.yaml", "sample: true", "sample: false");
    county.replace("sites/towns.yaml", "    sample: true\n", "");
    county.replace("sites/parks.yaml", "A060}", "A000}");
    county.replace("sites/parks.yaml", "130529100", "130529300");
    county.replace("sites/parks.yaml", "siteId: youth-park", "siteId: culture-square");
    county.replace("sites/squares.yaml", "trades: [", "trades: [TOYZ, TOYS, ");
    county.replace("stall-policies.yaml", "horizonDays: 14", "horizonDays: many");
    SeedException e = catchThrowableOfType(SeedException.class, () -> Seeds.read(county.folder()));
    System.out.println(e.getMessage());
  }
}
