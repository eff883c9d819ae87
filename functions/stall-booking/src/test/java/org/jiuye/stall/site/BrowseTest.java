package org.jiuye.stall.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.bookAny;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallFunctions;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What everybody may see without signing in, and what the schedule tells the caseworkers. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowseTest {
  private static final String SITE = "apricot-park";

  private final StallTestBed bed = new StallTestBed();

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void theSitesAreListedInPages() {
    HttpAnswer all = bed.call(HttpCall.of("GET /sites").query("limit", "100"));
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.body().path("items")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(all.body().path("items"))
        .extracting(site -> site.path("stallCount").asInt())
        .satisfies(
            counts ->
                assertThat(counts.stream().mapToInt(Integer.class::cast).sum())
                    .isGreaterThanOrEqualTo(1000));

    List<String> seen = new java.util.ArrayList<>();
    String cursor = "";
    do {
      HttpCall call = HttpCall.of("GET /sites").query("limit", "7");
      HttpAnswer page = bed.call(cursor.isEmpty() ? call : call.query("cursor", cursor));
      page.body().path("items").forEach(site -> seen.add(site.path("siteId").asString("")));
      cursor = page.text("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().hasSize(all.body().path("items").size()).isSorted();
  }

  @Test
  void sitesAreFoundByKindAndDivision() {
    HttpAnswer town = bed.call(HttpCall.of("GET /sites").query("division", "130529101"));
    assertThat(town.body().path("items"))
        .isNotEmpty()
        .allMatch(site -> site.path("division").asString("").equals("130529101"));
    HttpAnswer markets = bed.call(HttpCall.of("GET /sites").query("kind", "JOB_MARKET"));
    assertThat(markets.body().path("items")).hasSize(1);
    assertThat(bed.call(HttpCall.of("GET /sites").query("kind", "CIRCUS")).status()).isEqualTo(400);
    assertThat(bed.call(HttpCall.of("GET /sites").query("colour", "red")).status()).isEqualTo(400);
  }

  @Test
  void aSiteTellsItsRulesInTheLanguageOfTheCaller() {
    HttpCall call = HttpCall.of("GET /sites/{siteId}", SITE);
    HttpAnswer chinese = bed.call(call);
    HttpAnswer english = bed.call(call.header("accept-language", "en-GB,en;q=0.9"));
    assertThat(chinese.text("name")).isEqualTo("红杏公园夜市");
    assertThat(english.text("name")).isEqualTo("Apricot Park Night Market");
    assertThat(english.body().path("trades").get(0).path("name").asString())
        .isEqualTo("Children's toys");
    assertThat(english.body().path("season").path("from").asString()).isEqualTo("--05-01");
    assertThat(english.body().path("window").path("opensAt").asString()).isEqualTo("18:00");
    assertThat(english.body().path("window").path("duration").asString()).isEqualTo("PT5H30M");
    assertThat(english.body().path("policy").path("weeklyLimit").asInt()).isEqualTo(4);
    assertThat(bed.call(HttpCall.of("GET /sites/{siteId}", "nowhere")).code())
        .isEqualTo("site-not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01,true,",
    "2026-07-15,true,",
    "2026-07-16,false,BEYOND_HORIZON",
    "2026-06-30,false,SESSION_STARTED",
    "2026-12-01,false,OUT_OF_SEASON"
  })
  void aSessionSaysWhetherItCanBeBooked(String date, boolean bookable, String reason) {
    HttpAnswer session = bed.session(SITE, date);
    assertThat(session.status()).isEqualTo(200);
    assertThat(session.body().path("bookable").asBoolean()).isEqualTo(bookable);
    assertThat(session.text("reason")).isEqualTo(reason == null ? "" : reason);
    assertThat(session.body().path("stalls")).hasSize(50);
  }

  @Test
  void aSessionThatCrossesMidnightClosesOnTheNextDay() {
    HttpAnswer session = bed.session("lakeside-park", "2026-07-01");
    assertThat(session.text("opensAt")).isEqualTo("2026-07-01T19:30:00+08:00");
    assertThat(session.text("closesAt")).isEqualTo("2026-07-02T01:30:00+08:00");
  }

  @Test
  void anImpossibleDateIsNamed() {
    HttpAnswer answer = bed.session(SITE, "2026-02-30");
    assertThat(answer.status()).isEqualTo(400);
    JsonNode error = answer.body().path("errors").get(0);
    assertThat(error.path("parameter").asString()).isEqualTo("date");
  }

  @Test
  void theScheduleTellsEverySiteInSeasonOnce() {
    assertThat(bed.call(bookAny(bed.citizen("vendor"), SITE, "2026-07-01")).status())
        .isEqualTo(201);
    String payload =
        "{\"schedule\": \"announce-sessions\", \"scheduledTime\": \"2026-07-01T08:00:00Z\"}";
    try (FunctionHarness schedule =
        FunctionHarness.start(
            bed.cloud, "StallBookingScheduleFunction", StallFunctions.class, bed.clock)) {
      JsonNode first = Json.MAPPER.readTree(schedule.invoke(payload));
      JsonNode second = Json.MAPPER.readTree(schedule.invoke(payload));
      assertThat(first.path("announced").asInt()).isEqualTo(24);
      assertThat(first.path("date").asString()).isEqualTo("2026-07-01");
      assertThat(second.path("announced").asInt()).isZero();
      assertThat(second.path("announcedBefore").asInt()).isEqualTo(24);
    }
    assertThat(bed.partition("STALL#ANNOUNCEMENTS#" + SITE))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(Items.number(item, "booked")).isEqualTo(1);
              assertThat(Items.number(item, "stalls")).isEqualTo(50);
              assertThat(item).containsKey("outboxId");
            });
  }

  @Test
  void anEventThatIsNoneOfTheScheduleFailsTheRun() {
    try (FunctionHarness schedule =
        FunctionHarness.start(
            bed.cloud, "StallBookingScheduleFunction", StallFunctions.class, bed.clock)) {
      String day = Instant.parse("2026-07-01T08:00:00Z").toString();
      for (String payload :
          List.of(
              "[]",
              "{}",
              "{\"schedule\": \"other\", \"scheduledTime\": \"" + day + "\"}",
              "{\"schedule\": \"announce-sessions\", \"scheduledTime\": \"today\"}",
              "{\"schedule\": \"announce-sessions\", \"scheduledTime\": \""
                  + day
                  + "\", \"x\": 1}")) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
            .isThrownBy(() -> schedule.invoke(payload.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }
}
