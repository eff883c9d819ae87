package org.jiuye.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is broken is told with file, line, column and reason, and nothing is written. */
class BrokenSeedsTest {

  private final TestTable table = new TestTable();
  @TempDir Path directory;
  private CountyCopy county;

  @BeforeEach
  void copyCounty() throws IOException {
    county = CountyCopy.in(directory);
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(table.content()).isEmpty();
    table.close();
  }

  /** A text in a file, what is put in its place, and what is then said of the file. */
  static Stream<Arguments> breaks() {
    return Stream.of(
        // what YAML forbids, or we do
        Arguments.of("trades.yaml", "code: TOYS", "code: [", "6:5: expected ',' or ']'"),
        Arguments.of(
            "sites/parks.yaml",
            "    kind: NIGHT_MARKET\n",
            "    kind: NIGHT_MARKET\n    kind: JOB_MARKET\n",
            "6:5: /sites/0/kind: stands here a second time; the first is in line 5"),
        Arguments.of("trades.yaml", "TOYS", "&a TOYS\n    x: *a", "5:8: aliases are not allowed"),
        Arguments.of("trades.yaml", "TOYS", "!code TOYS", "4:11: /trades/0/code: is nothing that"),
        Arguments.of(
            "trades.yaml", "TOYS", "[".repeat(40), "4:40: is nested more than 32 levels deep"),
        Arguments.of(
            "trades.yaml", "  - code", "  - ? [a]\n    : b\n    code", "4:7: /trades/0: a"),
        // what the schemas forbid
        Arguments.of(
            "sites/parks.yaml",
            "    kind: NIGHT_MARKET",
            "    kind: NIGHT_MARKET\n    colour: red",
            "6:5: /sites/0/colour: is not a known property"),
        Arguments.of(
            "sites/parks.yaml",
            "    kind: NIGHT_MARKET\n",
            "",
            "4:5: /sites/0: required property 'kind' not found"),
        Arguments.of(
            "divisions.yaml",
            "\"130529100\"",
            "130529100",
            "7:11: /divisions/1/code: integer found, string expected"),
        Arguments.of(
            "sites/parks.yaml",
            "PT5H30M",
            "PT24H",
            "12:42: /sites/0/window/duration: must be a duration of at least a minute and under"),
        Arguments.of(
            "sites/parks.yaml",
            "\"18:00\"",
            "\"24:00\"",
            "12:23: /sites/0/window/opensAt: must be"),
        Arguments.of(
            "sites/parks.yaml",
            "--05-01",
            "--02-30",
            "11:20: /sites/0/season/from: must be a month and day that exist"),
        Arguments.of(
            "calendar/2026.yaml",
            "2026-02-23",
            "2026-02-30",
            "18:5: /holidays/11: must be a date that exists"),
        Arguments.of(
            "sites/parks.yaml",
            "    sample: true\n",
            "",
            "4:5: /sites/0: needs a source, or sample: true if it is invented"),
        Arguments.of(
            "stall-policies.yaml",
            "weeklyLimit: 4",
            "weeklyLimit: 8",
            "14:18: /policies/0/weeklyLimit: must have a maximum value of 7"),
        // what the rules beside the schemas forbid
        Arguments.of(
            "sites/parks.yaml",
            "\"130529100\"",
            "\"130529300\"",
            "7:15: /sites/0/division: \"130529300\" is not among the divisions"),
        Arguments.of(
            "sites/parks.yaml",
            "[TOYS,",
            "[TOYS, TYOS,",
            "16:20: /sites/0/trades/1: \"TYOS\" is not among the trades"),
        Arguments.of(
            "sites/parks.yaml",
            "policyId: night-market-centre",
            "policyId: night-market-center",
            "17:15: /sites/0/policyId: \"night-market-center\" is not among the stall-policies"),
        Arguments.of(
            "sites/squares.yaml",
            "siteId: culture-square",
            "siteId: people-park",
            "4:5: /sites/0: has the same siteId as "),
        // what the named checks forbid
        Arguments.of(
            "sites/parks.yaml",
            "B001, to: B020",
            "A060, to: A070",
            "15:9: /sites/0/stalls/1: A060 does not come after A060, the last number so far"),
        Arguments.of(
            "sites/parks.yaml",
            "A001, to: A060",
            "A061, to: A060",
            "14:9: /sites/0/stalls/0: A061"),
        Arguments.of(
            "calendar/2026.yaml", "2026-01-04", "2026-01-03", "46:5: /workdays/0: 2026-01-03 is"),
        Arguments.of(
            "calendar/2026.yaml", "2026-01-04", "2026-01-05", "46:5: /workdays/0: 2026-01-05 is"),
        Arguments.of(
            "calendar/2026.yaml",
            "2026-01-02",
            "2025-01-02",
            "7:5: /holidays/1: 2025-01-02 is not"),
        Arguments.of(
            "vacancy-limits.yaml",
            "- 限男性\n",
            "- 诚招英才\n",
            "26:9: /limits/0/refuses/0: no pattern of the entry finds it"),
        Arguments.of(
            "vacancy-limits.yaml",
            "- 男装导购\n",
            "- 限男性\n",
            "40:9: /limits/0/allows/0: a pattern of the entry finds it"),
        Arguments.of(
            "vacancy-limits.yaml",
            "'\\bmust be (?:an? )?",
            "'(must be ",
            "66:9: /limits/1/patterns/5: is no regular expression: Unclosed group"),
        Arguments.of(
            "caseworkers.yaml",
            "duties: [stalls]",
            "duties: []",
            "5:1: no caseworker has the duty stalls in division 130529100"),
        Arguments.of(
            "caseworkers.yaml",
            "divisions: [\"130529101\"]",
            "divisions: [\"130529101\", \"130529100\"]",
            "13:5: /caseworkers/1: a second one with the duty stalls in 130529100"),
        Arguments.of(
            "caseworkers.yaml",
            "duties: [stalls]",
            "duties: [stalls, stals]",
            "11:22: /caseworkers/0/duties/1: \"stals\" is not among the duties"),
        Arguments.of(
            "stall-policies.yaml",
            "policyId: night-market-centre\n    version: 1",
            "policyId: night-market\n    version: 2",
            "22:5: /policies/1: version 2 does not hold from a later day than version 1"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("breaks")
  void isToldAndRefused(String file, String text, String replacement, String message)
      throws IOException {
    county.replace(file, text, replacement);

    assertThat(errors())
        .anySatisfy(
            error ->
                assertThat(error).startsWith(directory + "/seeds/julu/" + file + ":" + message));
  }

  @Test
  void tellsEverythingThatIsBrokenByFileAndLine() throws IOException {
    county
        .replace("sites/parks.yaml", "PT5H30M", "long")
        .replace("sites/parks.yaml", "NIGHT_MARKET", "DAY_MARKET")
        .replace("trades.yaml", "code: TOYS", "code: 7")
        .replace("calendar/2026.yaml", "2026-10-10", "2026-10-12");

    assertThat(errors())
        .extracting(error -> error.replaceFirst("^.*/julu/", "").replaceFirst(": .*", ""))
        .containsExactly(
            "calendar/2026.yaml:51:5",
            "sites/parks.yaml:5:11",
            "sites/parks.yaml:12:42",
            "trades.yaml:4:11");
  }

  @Test
  void isToldOfAFileThatIsNotUtf8() throws IOException {
    Files.write(county.file("trades.yaml"), new byte[] {'a', ':', ' ', (byte) 0xb6, (byte) 0xf9});

    assertThat(errors()).containsExactly(directory + "/seeds/julu/trades.yaml:1:1: is not UTF-8");
  }

  @Test
  void isToldOfAnEmptyFile() throws IOException {
    county.write("trades.yaml", "# nothing\n");

    assertThat(errors()).containsExactly(directory + "/seeds/julu/trades.yaml:1:1: is empty");
  }

  @Test
  void isToldOfFilesThatNoSchemaKnows() throws IOException {
    county.write("site.yaml", "sites: []\n").write("calendar/2027.yml", "year: 2027\n");

    assertThat(errors())
        .hasSize(2)
        .allSatisfy(error -> assertThat(error).contains(":1:1: is no seed"));
  }

  @Test
  void isToldOfAFileThatACountyCannotDoWithout() throws IOException {
    county.delete("divisions.yaml");

    assertThat(errors()).contains(directory + "/seeds/julu/divisions.yaml:1:1: is missing");
  }

  private List<String> errors() {
    SeedException refusal =
        catchThrowableOfType(
            SeedException.class,
            () -> SeedLoader.load(county.folder(), table.client(), TestTable.NAME));
    assertThat(refusal).isNotNull();
    List<String> errors = refusal.errors().stream().map(SeedError::toString).toList();
    assertThat(refusal).hasMessage(String.join("\n", errors));
    return errors;
  }
}
