package org.jiuye.stall.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.frontage.Shops.declaration;
import static org.jiuye.stall.frontage.Shops.declare;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.market.MarketTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has places of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class DeclareFrontageTest {
  private final StallTestBed bed = new StallTestBed();
  private final Shops shops = new Shops(bed);

  @AfterAll
  void close() {
    bed.close();
  }

  @BeforeEach
  void noon() {
    bed.clock.moveTo(StallTestBed.NOON);
  }

  @Test
  void aShopDeclaresItsPavementForASeasonAndEverybodySeesIt() {
    TestCaller shop = shops.shop("noodles");

    HttpAnswer declared = bed.call(declare(shop, "A001", "2026-07-01", "2026-10-31"));

    assertThat(declared.status()).isEqualTo(201);
    assertThat(declared.headers())
        .containsEntry("location", "/frontages/" + declared.text("frontageId"));
    assertThat(declared.text("state")).isEqualTo("ACTIVE");
    assertThat(declared.text("personId")).isEqualTo("person-noodles");
    HttpAnswer found = bed.call(Shops.get(shop, declared.text("frontageId")));
    assertThat(found.body().path("steps").path(0).path("kind").asString("")).isEqualTo("DECLARED");
    assertThat(found.body().path("steps").path(0).path("byRole").asString(""))
        .isEqualTo("employer");
    HttpAnswer listed = bed.call(Shops.list());
    assertThat(listed.body().path("items").path(0).path("shopName").asString("")).isEqualTo("老街面馆");
    assertThat(listed.body().toString())
        .contains(declared.text("frontageId"))
        .doesNotContain("person-noodles");
  }

  @Test
  void seasonsThatTouchDoNotOverlapAndThoseThatShareANightDo() {
    TestCaller first = shops.shop("first");
    TestCaller next = shops.shop("next");
    assertThat(bed.call(declare(first, "A002", "2026-07-10", "2026-07-20")).status())
        .isEqualTo(201);

    for (String[] nights :
        List.of(
            new String[] {"2026-07-20", "2026-07-25"},
            new String[] {"2026-07-05", "2026-07-10"},
            new String[] {"2026-07-12", "2026-07-13"},
            new String[] {"2026-07-01", "2026-08-01"})) {
      assertThat(bed.call(declare(next, "A002", nights[0], nights[1])).code())
          .isEqualTo("frontage-taken");
    }
    assertThat(bed.call(declare(next, "A002", "2026-07-21", "2026-07-25")).status()).isEqualTo(201);
    assertThat(bed.call(declare(next, "A002", "2026-07-01", "2026-07-09")).status()).isEqualTo(201);
  }

  @Test
  void afterItsSeasonAFrontageIsOverAndNobodyIsShown() {
    TestCaller shop = shops.shop("short");
    String id = bed.call(declare(shop, "A003", "2026-07-01", "2026-07-01")).text("frontageId");

    bed.clock.moveTo("2026-07-02T07:59:00+08:00");
    assertThat(bed.call(Shops.get(shop, id)).text("state")).isEqualTo("ACTIVE");
    assertThat(bed.call(Shops.list()).body().toString()).contains(id);

    bed.clock.moveTo("2026-07-02T08:00:00+08:00");
    assertThat(bed.call(Shops.get(shop, id)).text("state")).isEqualTo("ENDED");
    assertThat(bed.call(Shops.list()).body().toString()).doesNotContain(id);
    assertThat(bed.call(Shops.end(shop, id)).code()).isEqualTo("frontage-ended");
  }

  @Test
  void behindMidnightTheNightThatIsOnCanStillBeDeclared() {
    bed.clock.moveTo("2026-07-02T02:00:00+08:00");
    assertThat(bed.call(declare(shops.shop("late"), "A004", "2026-07-01", "2026-07-02")).status())
        .isEqualTo(201);
    assertThat(bed.call(declare(shops.shop("late"), "A005", "2026-06-30", "2026-07-02")).code())
        .isEqualTo("season-in-past");
  }

  @ParameterizedTest
  @CsvSource({
    "siteId, people-park, not-a-shopfront-site",
    "siteId, nowhere, site-not-found",
    "stallNo, A065, stall-unknown",
    "creditCode, 91350100M000100Y44, credit-code-invalid",
    "creditCode, 130529199001011234, invalid-request",
    "creditCode, 91350100, invalid-request",
    "from, 2026-06-30, season-in-past",
    "from, 2026-09-30, beyond-horizon",
    "from, tomorrow, invalid-request",
    "to, 2026-06-30, to-before-from",
    "to, 2027-07-02, season-too-long",
    "shopName, 老王 13800138000, invalid-request",
    "shopName, '', invalid-request",
    "extra, x, invalid-request"
  })
  void whatCannotBeDeclaredIsRefused(String field, String value, String code) {
    Map<String, Object> fields = declaration("A006", "2026-07-01", "2026-12-31");
    fields.put(field, value);
    if (field.equals("from")) {
      fields.put("to", "2026-12-31");
    }
    assertThat(bed.call(declare(shops.shop("wrong"), fields)).code()).isEqualTo(code);
  }

  @Test
  void onlyWhoActsForTheVerifiedShopDeclares() {
    TestCaller owner = shops.account("owner");
    String creditCode = Shops.creditCode("person-owner");
    HttpCall declaration = declare(owner, "A014", "2026-07-01", "2026-12-31");
    assertThat(bed.call(declaration).code()).isEqualTo("employer-not-found");

    bed.call(MarketTestBed.register(owner, creditCode));
    assertThat(bed.call(declaration).code()).isEqualTo("employer-not-verified");

    TestCaller desk = Shops.caseworker("130529100");
    assertThat(bed.call(MarketTestBed.verify(desk, creditCode)).status()).isEqualTo(200);
    Map<String, Object> squat = declaration("A014", "2026-07-01", "2026-12-31");
    squat.put("creditCode", creditCode);
    assertThat(bed.call(declare(shops.shop("squatter"), squat)).code())
        .isEqualTo("employer-not-found");
    squat.put("onBehalfOf", "person-squatter");
    assertThat(bed.call(declare(desk, squat)).code()).isEqualTo("employer-not-found");
    assertThat(bed.call(declaration).status()).isEqualTo(201);

    bed.call(MarketTestBed.reject(desk, creditCode, "NOT_AUTHORISED"));
    assertThat(bed.call(declare(owner, "A015", "2026-07-01", "2026-12-31")).code())
        .isEqualTo("employer-not-verified");
  }

  @Test
  void whoIsRejectedAtThatVeryMomentIsRejectedFirstOrHasDeclared() throws Exception {
    for (int round = 0; round < 10; round++) {
      String name = "doubtful-" + round;
      TestCaller shop = shops.shop(name);
      List<HttpAnswer> answers =
          bed.together(
              List.of(
                  declare(shop, "A03" + round, "2026-07-01", "2026-12-31"),
                  MarketTestBed.reject(
                      Shops.caseworker("130529100"),
                      Shops.creditCode("person-" + name),
                      "NOT_AUTHORISED")));

      assertThat(answers.getLast().status()).isEqualTo(200);
      assertThat(answers.getFirst().status() == 201 ? "" : answers.getFirst().code())
          .isIn("", "employer-not-verified");
    }
  }

  @Test
  void aHolderFindsTheOwnFrontagesAsTheyStand() {
    TestCaller shop = shops.shop("chain");
    String first = bed.call(declare(shop, "A016", "2026-07-01", "2026-07-31")).text("frontageId");
    String next = bed.call(declare(shop, "A016", "2026-08-01", "2026-08-31")).text("frontageId");
    bed.call(declare(shops.shop("stranger"), "A017", "2026-07-01", "2026-07-31"));
    TestCaller desk = Shops.caseworker("130529100");
    bed.call(Shops.suspend(desk, first));
    HttpCall mine = HttpCall.of("GET /frontages/mine");

    HttpAnswer own = bed.call(mine.by(shop));

    assertThat(own.body().path("items"))
        .extracting(item -> item.path("frontageId").asString("") + item.path("state").asString(""))
        .containsExactly(next + "ACTIVE", first + "SUSPENDED");
    HttpAnswer page = bed.call(mine.by(shop).query("limit", "1"));
    assertThat(page.body().path("items")).hasSize(1);
    assertThat(
            bed.call(mine.by(shop).query("limit", "1").query("cursor", page.text("nextCursor")))
                .body()
                .at("/items/0/frontageId")
                .asString(""))
        .isEqualTo(first);
    assertThat(bed.call(mine.by(desk).query("onBehalfOf", "person-chain")).body().path("items"))
        .hasSize(2);
    TestCaller elsewhere = Shops.caseworker("130530100");
    assertThat(
            bed.call(mine.by(elsewhere).query("onBehalfOf", "person-chain")).body().path("items"))
        .isEmpty();
    assertThat(bed.call(mine.by(desk)).code()).isEqualTo("on-behalf-of-required");
    assertThat(bed.call(mine.by(Shops.warden("130529100"))).code()).isEqualTo("wrong-role");
  }

  @Test
  void whoLooksAfterAStreetSeesComingSeasonsToo() {
    TestCaller shop = shops.shop("planner");
    String now = bed.call(declare(shop, "A018", "2026-07-01", "2026-07-31")).text("frontageId");
    String later = bed.call(declare(shop, "A018", "2026-08-01", "2026-08-31")).text("frontageId");
    HttpCall declarations =
        HttpCall.of("GET /sites/{siteId}/frontages", Shops.STREET).query("limit", "100");

    assertThat(bed.call(Shops.list().query("limit", "100")).body().toString())
        .contains(now)
        .doesNotContain(later);
    for (TestCaller staff :
        List.of(Shops.warden("130529100"), Shops.villageWorker("130529101001"))) {
      assertThat(bed.call(declarations.by(staff)).body().path("items"))
          .extracting(item -> item.path("frontageId").asString(""))
          .containsSubsequence(now, later);
    }
    assertThat(bed.call(declarations.by(Shops.warden("130529101"))).code())
        .isEqualTo("wrong-division");
    assertThat(bed.call(declarations.by(shop)).code()).isEqualTo("wrong-role");
  }

  @Test
  void aWholeLeapYearIsTheMost() {
    assertThat(bed.call(declare(shops.shop("year"), "A007", "2026-07-01", "2027-07-01")).status())
        .isEqualTo(201);
  }

  @Test
  void staffDeclareForAShopAnywhereInTheirCountyAndNameIt() {
    Map<String, Object> fields = declaration("A008", "2026-07-01", "2026-12-31");
    TestCaller villageWorker = Shops.villageWorker("130529101001");

    assertThat(bed.call(declare(villageWorker, fields)).code()).isEqualTo("on-behalf-of-required");
    fields.put("onBehalfOf", "person-old");
    TestCaller old = shops.shop("old");
    assertThat(bed.call(declare(Shops.villageWorker("130530101001"), fields)).code())
        .isEqualTo("wrong-division");
    assertThat(bed.call(declare(shops.shop("other"), fields)).code()).isEqualTo("wrong-role");
    assertThat(bed.call(declare(bed.citizen("citizen"), fields)).code()).isEqualTo("wrong-role");
    assertThat(
            bed.call(
                    declare(
                        TestCaller.of("new", "employer", ""), "A008", "2026-07-01", "2026-07-02"))
                .code())
        .isEqualTo("person-not-registered");

    HttpAnswer declared = bed.call(declare(villageWorker, fields));

    assertThat(declared.status()).isEqualTo(201);
    assertThat(declared.text("personId")).isEqualTo("person-old");
    assertThat(declared.body().path("onBehalf").asBoolean()).isTrue();
    HttpAnswer seen = bed.call(Shops.get(villageWorker, declared.text("frontageId")));
    assertThat(seen.body().at("/steps/0/onBehalfOf").asString("")).isEqualTo("person-old");
    assertThat(bed.call(Shops.get(old, declared.text("frontageId"))).status()).isEqualTo(200);
    assertThat(bed.call(Shops.get(shops.shop("nosy"), declared.text("frontageId"))).status())
        .isEqualTo(404);
    assertThat(bed.call(Shops.get(Shops.warden("130529101"), declared.text("frontageId"))).status())
        .isEqualTo(404);
  }

  @Test
  void ofFiftyWhoDeclareOnePlaceAtOnceOneHasIt() throws Exception {
    for (Fault fault : List.of(Fault.TRANSACTION_CONFLICT, Fault.LOST_REPLY)) {
      String stallNo = fault == Fault.LOST_REPLY ? "A010" : "A009";
      List<HttpCall> calls =
          IntStream.range(0, 50)
              .mapToObj(
                  n ->
                      declare(
                          shops.shop("racer-" + n),
                          stallNo,
                          "2026-07-0" + (1 + n % 5),
                          "2026-07-31"))
              .toList();
      try (var _ = bed.cloud.faults().inject(fault, 0.3, 7)) {
        List<HttpAnswer> answers = bed.together(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
            .filteredOn(answer -> answer.code().equals("frontage-taken"))
            .hasSize(49);
      }
      assertThat(bed.partition("STALL#FRONTAGES#" + Shops.STREET))
          .filteredOn(item -> item.toString().contains("PLACE#" + stallNo))
          .hasSize(1)
          .allSatisfy(
              place ->
                  assertThat(place)
                      .hasEntrySatisfying("claims", claims -> assertThat(claims.m()).hasSize(1)));
    }
  }

  @Test
  void seasonsThatDoNotOverlapAreAllDeclaredHoweverManyComeAtOnce() throws Exception {
    List<HttpCall> calls =
        IntStream.range(0, 30)
            .mapToObj(
                n ->
                    declare(
                        shops.shop("day-" + n),
                        "A011",
                        "2026-07-%02d".formatted(1 + n),
                        "2026-07-%02d".formatted(1 + n)))
            .toList();

    assertThat(bed.together(calls))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
  }

  @Test
  void oneKeyHasOneEffectAndOneAnswer() throws Exception {
    HttpCall call =
        declare(shops.shop("impatient"), "A012", "2026-07-01", "2026-07-31")
            .header("idempotency-key", "key-1");

    List<HttpAnswer> answers = bed.together(IntStream.range(0, 30).mapToObj(n -> call).toList());

    Set<String> ids = new HashSet<>();
    answers.forEach(answer -> ids.add(answer.text("frontageId")));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(ids).hasSize(1);
    assertThat(
            bed.call(
                    declare(shops.shop("impatient"), "A013", "2026-07-01", "2026-07-31")
                        .header("idempotency-key", "key-1"))
                .code())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void nobodyBooksAShopsPavementByTheNight() {
    HttpAnswer refused =
        bed.call(StallTestBed.book(bed.citizen("vendor"), Shops.STREET, "2026-07-02", "A020"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("not-bookable-by-night");
    assertThat(refused.text("instead")).isEqualTo("/frontages?siteId=" + Shops.STREET);
    HttpAnswer session = bed.session(Shops.STREET, "2026-07-02");
    assertThat(session.body().path("bookable").asBoolean(true)).isFalse();
    assertThat(session.text("reason")).isEqualTo("NOT_BOOKABLE_BY_NIGHT");
  }

  @Test
  void theCodeOfConductIsPublicAndOfStreetsOnly() {
    HttpCall conduct =
        HttpCall.of("GET /sites/{siteId}/conduct", Shops.STREET).header("accept-language", "en");

    assertThat(bed.call(conduct).body().path("conduct").path(0).path("code").asString(""))
        .isEqualTo("BEYOND_LINE");
    assertThat(bed.call(conduct).body().path("conduct").path(0).path("name").asString(""))
        .isEqualTo("beyond the line");
    assertThat(bed.call(HttpCall.of("GET /sites/{siteId}/conduct", "people-park")).status())
        .isEqualTo(404);
    assertThat(bed.call(HttpCall.of("GET /frontages")).code()).isEqualTo("invalid-request");
    assertThat(bed.call(HttpCall.of("GET /sites").query("kind", "SHOPFRONT")).body().path("items"))
        .hasSize(2);
  }
}
