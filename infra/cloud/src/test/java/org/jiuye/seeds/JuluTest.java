package org.jiuye.seeds;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The real seeds of the first county. */
class JuluTest {

  private final List<Map<String, AttributeValue>> items = Seeds.read(CountyCopy.JULU).items();

  @Test
  void hasTheCountyItsEightTownsAndTwoTownships() {
    assertThat(partition("COUNTY#DIVISIONS"))
        .extracting(division -> text(division, "kind"))
        .hasSize(11)
        .satisfies(
            kinds -> {
              assertThat(kinds).filteredOn("TOWN"::equals).hasSize(8);
              assertThat(kinds).filteredOn("TOWNSHIP"::equals).hasSize(2);
              assertThat(kinds).filteredOn("COUNTY"::equals).hasSize(1);
            });
  }

  @Test
  void hasMoreThanTwentyNightMarketsWithMoreThanAThousandStalls() {
    assertThat(sites("NIGHT_MARKET")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(sites("NIGHT_MARKET").stream().mapToInt(JuluTest::stalls).sum()).isEqualTo(1080);
  }

  @Test
  void hasOneJobMarketEveryWednesdayThatIsNoHoliday() {
    assertThat(sites("JOB_MARKET"))
        .singleElement()
        .satisfies(
            market -> {
              assertThat(value(market, "weekdays").l())
                  .containsExactly(AttributeValue.fromS("WEDNESDAY"));
              assertThat(value(market, "closedOnHolidays").bool()).isTrue();
              assertThat(market).doesNotContainKey("season");
            });
  }

  @Test
  void hasEveryLoansTermsWithTheDocumentsThatSaySo() {
    List<String> documents =
        partition("LOAN#DOCUMENTS").stream().map(document -> text(document, "documentId")).toList();
    assertThat(partition("LOAN#POLICIES"))
        .hasSize(17)
        .allSatisfy(
            policy ->
                assertThat(value(policy, "parameters").m().values())
                    .allSatisfy(
                        parameter ->
                            assertThat(parameter.m().containsKey("unset"))
                                .isNotEqualTo(
                                    parameter.m().containsKey("value")
                                        && documents.contains(
                                            value(parameter.m(), "document").s()))));
    assertThat(partition("LOAN#BANKS")).hasSize(2);
  }

  @Test
  void saysWhichLimitsAVacancyMustNotHave() {
    assertThat(partition("STALL#VACANCY-LIMITS"))
        .extracting(limit -> text(limit, "ground"))
        .contains("SEX", "ETHNICITY", "RELIGION", "HOUSEHOLD");
  }

  @Test
  void hasSitesWhoseNightsCrossMidnight() {
    assertThat(partition("STALL#SITES"))
        .filteredOn(
            site -> {
              Map<String, AttributeValue> window = value(site, "window").m();
              LocalTime opensAt = LocalTime.parse(value(window, "opensAt").s());
              return Duration.between(LocalTime.MIN, opensAt)
                      .plus(Duration.parse(value(window, "duration").s()))
                      .compareTo(Duration.ofDays(1))
                  > 0;
            })
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void givesEverySiteItsRulesWithIt() {
    assertThat(sites("NIGHT_MARKET"))
        .allSatisfy(
            site -> {
              Map<String, AttributeValue> policy = value(site, "policies").l().getFirst().m();
              assertThat(policy).containsEntry("policyId", value(site, "policyId"));
              assertThat(policy).containsKeys("version", "horizonDays", "weeklyLimit");
            });
  }

  @Test
  void namesASourceOrSaysThatItIsASample() {
    assertThat(items)
        .filteredOn(item -> !isOfTheCountysText(item))
        .allSatisfy(
            item ->
                assertThat(item.containsKey("source"))
                    .isNotEqualTo(
                        item.getOrDefault("sample", AttributeValue.fromBool(false)).bool()));
    assertThat(items)
        .filteredOn(item -> Set.of("STALL#SITES", "COUNTY#CASEWORKERS").contains(text(item, "pk")))
        .allSatisfy(item -> assertThat(value(item, "sample").bool()).isTrue());
  }

  @Test
  void hasTheTwoStreetsOfTheCountysTextFromSevenToEight() {
    assertThat(sites("SHOPFRONT"))
        .hasSize(2)
        .allSatisfy(
            street -> {
              assertThat(value(value(street, "window").m(), "opensAt").s()).isEqualTo("19:00");
              assertThat(value(value(street, "window").m(), "duration").s()).isEqualTo("PT13H");
              assertThat(street).containsKeys("source", "sample", "frontagePolicyId");
            });
    // The county counts 1,200-odd new stalls in all.
    assertThat(partition("STALL#SITES").stream().mapToInt(JuluTest::stalls).sum())
        .isGreaterThan(1200);
  }

  @Test
  void knowsTheWorkingDaysOf2026() {
    Map<String, AttributeValue> year =
        partition("COUNTY#CALENDAR").stream()
            .filter(item -> text(item, "sk").equals("YEAR#2026"))
            .findFirst()
            .orElseThrow();
    Set<LocalDate> holidays = dates(year, "holidays");
    Set<LocalDate> workdays = dates(year, "workdays");
    Function<LocalDate, Stream<LocalDate>> workingDaysFrom =
        start ->
            start
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(not(holidays::contains))
                .filter(
                    day ->
                        workdays.contains(day)
                            || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);

    assertThat(holidays).hasSize(33);
    assertThat(workdays).hasSize(6);
    assertThat(workingDaysFrom.apply(LocalDate.of(2026, 1, 1))).hasSize(248);
    assertThat(workingDaysFrom.apply(LocalDate.of(2026, 2, 3)).skip(4).findFirst())
        .as("2026-02-02 + 5 working days")
        .hasValue(LocalDate.of(2026, 2, 9));
    assertThat(workingDaysFrom.apply(LocalDate.of(2026, 2, 3)).skip(59).findFirst())
        .as("2026-02-02 + 60 working days")
        .hasValue(LocalDate.of(2026, 5, 7));
  }

  @Test
  void readsTheSameTwice() {
    assertThat(Seeds.read(CountyCopy.JULU).items()).isEqualTo(items);
  }

  private List<Map<String, AttributeValue>> sites(String kind) {
    return partition("STALL#SITES").stream()
        .filter(site -> text(site, "kind").equals(kind))
        .toList();
  }

  private List<Map<String, AttributeValue>> partition(String pk) {
    return items.stream().filter(item -> text(item, "pk").equals(pk)).toList();
  }

  /** These have both: what and where they are stands in the county's text, their numbers do not. */
  private static boolean isOfTheCountysText(Map<String, AttributeValue> item) {
    return text(item, "pk").equals("STALL#SITES") && !text(item, "kind").equals("NIGHT_MARKET");
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return value(item, attribute).s();
  }

  static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
    return Objects.requireNonNull(item.get(attribute), attribute);
  }

  private static int stalls(Map<String, AttributeValue> site) {
    return value(site, "stalls").l().stream()
        .map(AttributeValue::m)
        .mapToInt(range -> number(value(range, "to").s()) - number(value(range, "from").s()) + 1)
        .sum();
  }

  private static int number(String stallNo) {
    return Integer.parseInt(stallNo.substring(1));
  }

  private static Set<LocalDate> dates(Map<String, AttributeValue> year, String attribute) {
    return value(year, attribute).l().stream()
        .map(date -> LocalDate.parse(date.s()))
        .collect(Collectors.toSet());
  }
}
