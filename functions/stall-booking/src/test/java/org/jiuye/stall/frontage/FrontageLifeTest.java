package org.jiuye.stall.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.frontage.Shops.breach;
import static org.jiuye.stall.frontage.Shops.caseworker;
import static org.jiuye.stall.frontage.Shops.declare;
import static org.jiuye.stall.frontage.Shops.end;
import static org.jiuye.stall.frontage.Shops.lift;
import static org.jiuye.stall.frontage.Shops.suspend;
import static org.jiuye.stall.frontage.Shops.warden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.ReplaySeed;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** Breaches, suspensions, liftings and ends; each test has a place of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class FrontageLifeTest {
  private static final String TOWN = "130529100";
  private static final String LAST_NIGHT = "2026-07-02T01:30:00+08:00";

  private final StallTestBed bed = new StallTestBed();
  private final Shops shops = new Shops(bed);
  private final AtomicInteger places = new AtomicInteger(20);

  @AfterAll
  void close() {
    bed.close();
  }

  @BeforeEach
  void noon() {
    bed.clock.moveTo(StallTestBed.NOON);
  }

  private String nextPlace() {
    return "A%03d".formatted(places.getAndIncrement());
  }

  /** A frontage declared from 1 to 31 July by the shop of this name, on the next noon. */
  private String declared(String name, String stallNo) {
    bed.clock.moveTo(StallTestBed.NOON);
    HttpAnswer answer = bed.call(declare(shops.shop(name), stallNo, "2026-07-01", "2026-07-31"));
    bed.clock.moveTo("2026-07-02T12:00:00+08:00");
    return answer.text("frontageId");
  }

  @Test
  void aBreachIsKeptAndToldToTheHolder() {
    String id = declared("kept", "A001");

    HttpAnswer breached = bed.call(breach(warden(TOWN), id, "NOISE", LAST_NIGHT));

    assertThat(breached.status()).isEqualTo(201);
    assertThat(breached.text("state")).isEqualTo("ACTIVE");
    assertThat(breached.body().path("breaches").asInt()).isEqualTo(1);
    JsonNode step = bed.call(Shops.get(shops.shop("kept"), id)).body().at("/steps/1");
    assertThat(step.path("kind").asString("")).isEqualTo("BREACHED");
    assertThat(step.path("reason").asString("")).isEqualTo("NOISE");
    assertThat(step.path("byRole").asString("")).isEqualTo("warden");
    assertThat(step.path("seenAt").asString("")).startsWith("2026-07-02T01:30");
    assertThat(step.path("policyVersion").asInt()).isEqualTo(1);
    Event told = told(id);
    assertThat(told.type()).isEqualTo("org.jiuye.stall.frontage-breached.v1");
    assertThat(told.version()).isEqualTo(2);
    assertThat(told.data().at("/recipientIds/0").asString("")).isEqualTo("person-kept");
    assertThat(told.data().path("suspensionDue").asBoolean(true)).isFalse();
  }

  @Test
  void theThirdBreachLetsASuspensionBeConsideredAndNothingIsSuspendedByItself() {
    String id = declared("thrice", "A002");
    bed.call(breach(warden(TOWN), id, "NOISE", LAST_NIGHT));
    bed.call(breach(warden(TOWN), id, "WASTE", LAST_NIGHT));

    HttpAnswer third = bed.call(breach(warden(TOWN), id, "BEYOND_LINE", LAST_NIGHT));

    assertThat(third.text("state")).isEqualTo("ACTIVE");
    assertThat(told(id).data().path("suspensionDue").asBoolean()).isTrue();
    assertThat(told(id).data().path("breaches").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "SINGING, 2026-07-02T01:30:00+08:00, breach-kind-unknown",
    "noise, 2026-07-02T01:30:00+08:00, invalid-request",
    "NOISE, 2026-07-02T12:00:01+08:00, breach-outside-season",
    "NOISE, 2026-07-01T07:59:00+08:00, breach-outside-season",
    "NOISE, last night, invalid-request",
    "NOISE, 2026-07-02T01:30:00, invalid-request"
  })
  void aBreachThatCannotBeIsRefused(String kind, String at, String code) {
    String id = declared("impossible", nextPlace());
    assertThat(bed.call(breach(warden(TOWN), id, kind, at)).code()).isEqualTo(code);
  }

  @Test
  void aSuspensionHoldsUntilItsLastNightAndIsShownToAll() {
    String id = declared("until", "A003");

    HttpAnswer suspended =
        bed.call(
            suspend(caseworker(TOWN), id, Map.of("reason", "ROAD_WORKS", "until", "2026-07-05")));

    assertThat(suspended.text("state")).isEqualTo("SUSPENDED");
    assertThat(suspended.text("suspendedUntil")).isEqualTo("2026-07-05");
    assertThat(shown(id).path("state").asString("")).isEqualTo("SUSPENDED");
    assertThat(told(id).data().path("until").asString("")).isEqualTo("2026-07-05");
    assertThat(bed.call(suspend(caseworker(TOWN), id)).code()).isEqualTo("frontage-suspended");

    bed.clock.moveTo("2026-07-06T07:59:00+08:00");
    assertThat(shown(id).path("state").asString("")).isEqualTo("SUSPENDED");
    bed.clock.moveTo("2026-07-06T08:00:00+08:00");
    assertThat(shown(id).path("state").asString("")).isEqualTo("ACTIVE");
    assertThat(shown(id).has("suspendedUntil")).isFalse();
    assertThat(bed.call(lift(caseworker(TOWN), id)).code()).isEqualTo("frontage-not-suspended");
    assertThat(bed.call(suspend(caseworker(TOWN), id)).status()).isEqualTo(200);
  }

  @Test
  void aSuspensionIsLiftedByTheCountyWithItsReason() {
    String id = declared("lifted", "A004");
    bed.call(breach(warden(TOWN), id, "NOISE", LAST_NIGHT));
    bed.call(suspend(caseworker("130529"), id));
    assertThat(bed.call(breach(warden(TOWN), id, "NOISE", LAST_NIGHT)).text("state"))
        .isEqualTo("SUSPENDED");

    HttpAnswer lifted = bed.call(lift(caseworker(TOWN), id));

    assertThat(lifted.text("state")).isEqualTo("ACTIVE");
    assertThat(lifted.body().path("version").asInt()).isEqualTo(5);
    assertThat(told(id).type()).isEqualTo("org.jiuye.stall.frontage-lifted.v1");
    assertThat(told(id).data().path("reason").asString("")).isEqualTo("REMEDIED");
    JsonNode steps = bed.call(Shops.get(caseworker(TOWN), id)).body().path("steps");
    assertThat(steps.valueStream().map(step -> step.path("kind").asString("")))
        .containsExactly("DECLARED", "BREACHED", "SUSPENDED", "BREACHED", "LIFTED");
    assertThat(steps.path(4).path("before").asString("")).isEqualTo("SUSPENDED");
    assertThat(steps.path(4).path("after").asString("")).isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01, until-outside-season",
    "2026-08-01, until-outside-season",
    "soon, invalid-request"
  })
  void aSuspensionEndsWithinTheSeason(String until, String code) {
    String id = declared("ends", nextPlace());
    assertThat(
            bed.call(suspend(caseworker(TOWN), id, Map.of("reason", "DANGER", "until", until)))
                .code())
        .isEqualTo(code);
    assertThat(bed.call(suspend(caseworker(TOWN), id, Map.of("reason", "MOOD"))).code())
        .isEqualTo("invalid-request");
  }

  @Test
  void whoGivesAFrontageUpLeavesItsNightsToOthers() {
    String id = declared("leaving", "A005");
    TestCaller next = shops.shop("coming");
    assertThat(bed.call(declare(next, "A005", "2026-07-03", "2026-07-31")).code())
        .isEqualTo("frontage-taken");
    assertThat(bed.call(end(next, id)).status()).isEqualTo(404);

    HttpAnswer ended = bed.call(end(shops.shop("leaving"), id));

    assertThat(ended.text("state")).isEqualTo("ENDED");
    assertThat(bed.call(declare(next, "A005", "2026-07-03", "2026-07-31")).status()).isEqualTo(201);
    for (HttpCall late :
        List.of(
            end(shops.shop("leaving"), id),
            suspend(caseworker(TOWN), id),
            lift(caseworker(TOWN), id),
            breach(warden(TOWN), id, "NOISE", LAST_NIGHT))) {
      assertThat(bed.call(late).code()).isEqualTo("frontage-ended");
    }
  }

  @Test
  void aSuspendedShopCannotSlipOutByEndingButTheCountyMayWithdraw() {
    String id = declared("slippery", "A006");
    bed.call(suspend(caseworker(TOWN), id));

    assertThat(bed.call(end(shops.shop("slippery"), id)).code()).isEqualTo("frontage-suspended");
    Map<String, String> forHolder = Map.of("reason", "MOVED", "onBehalfOf", "person-slippery");
    assertThat(bed.call(end(Shops.villageWorker("130529101001"), id, forHolder)).code())
        .isEqualTo("frontage-suspended");
    assertThat(bed.call(end(caseworker("130529101"), id)).code()).isEqualTo("wrong-division");
    assertThat(bed.call(end(caseworker(TOWN), id, Map.of("reason", "WITHDRAWN"))).text("state"))
        .isEqualTo("ENDED");
  }

  @Test
  void staffEndForTheHolderAndForNobodyElse() {
    String id = declared("served", "A007");
    TestCaller villageWorker = Shops.villageWorker("130529101001");

    assertThat(bed.call(end(villageWorker, id)).code()).isEqualTo("on-behalf-of-required");
    assertThat(
            bed.call(end(villageWorker, id, Map.of("reason", "MOVED", "onBehalfOf", "person-x")))
                .code())
        .isEqualTo("not-the-holder");
    assertThat(
            bed.call(
                    end(
                        villageWorker,
                        id,
                        Map.of("reason", "CLOSED_DOWN", "onBehalfOf", "person-served")))
                .status())
        .isEqualTo(200);
    JsonNode step = bed.call(Shops.get(shops.shop("served"), id)).body().at("/steps/1");
    assertThat(step.path("onBehalfOf").asString("")).isEqualTo("person-served");
    assertThat(step.path("reason").asString("")).isEqualTo("CLOSED_DOWN");
  }

  @Test
  void rolesAndDivisionsAreKeptTo() {
    String id = declared("guarded", "A008");

    assertThat(bed.call(breach(warden("130529101"), id, "NOISE", LAST_NIGHT)).code())
        .isEqualTo("wrong-division");
    assertThat(bed.call(suspend(caseworker("130529101"), id)).code()).isEqualTo("wrong-division");
    for (TestCaller caller :
        List.of(shops.shop("guarded"), caseworker(TOWN), bed.citizen("anybody"))) {
      assertThat(bed.call(breach(caller, id, "NOISE", LAST_NIGHT)).code()).isEqualTo("wrong-role");
    }
    for (TestCaller caller :
        List.of(shops.shop("guarded"), warden(TOWN), Shops.villageWorker(TOWN))) {
      assertThat(bed.call(suspend(caller, id)).code()).isEqualTo("wrong-role");
      assertThat(bed.call(lift(caller, id)).code()).isEqualTo("wrong-role");
    }
    assertThat(bed.call(suspend(caseworker(TOWN), "old-style-street.A008.aaaaaaaa")).status())
        .isEqualTo(404);
  }

  @Test
  void aKeyMakesABreachCountOnce() throws Exception {
    String id = declared("once", "A009");
    HttpCall call =
        breach(warden(TOWN), id, "NOISE", LAST_NIGHT).header("idempotency-key", "breach-1");

    List<HttpAnswer> answers = bed.together(Collections.nCopies(20, call));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(bed.call(Shops.get(caseworker(TOWN), id)).body().path("breaches").asInt())
        .isEqualTo(1);
  }

  @Test
  void stepsThatRaceMakeOneLegalLife() throws Exception {
    long seed = ReplaySeed.of(FrontageLifeTest.class);
    for (int round = 0; round < 3; round++) {
      String id = declared("raced-" + round, "A06" + round);
      List<HttpCall> calls = new ArrayList<>();
      for (int n = 0; n < 13; n++) {
        calls.add(breach(warden(TOWN), id, "NOISE", LAST_NIGHT));
        calls.add(suspend(caseworker(TOWN), id));
        calls.add(lift(caseworker("130529"), id));
      }
      calls.add(end(shops.shop("raced-" + round), id));
      Collections.shuffle(calls, new Random(seed + round));

      List<HttpAnswer> answers;
      try (var _ = bed.cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 0.2, 5)) {
        answers = bed.together(calls);
      }

      assertThat(answers)
          .as("seed %d", seed)
          .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201, 409));
      long taken = answers.stream().filter(answer -> answer.status() < 300).count();
      assertLegal(id, (int) taken + 1, "seed " + seed);
    }
  }

  /** Every step begins where the one before ended, and only as it may. */
  private void assertLegal(String id, int count, String seed) {
    JsonNode found = bed.call(Shops.get(caseworker(TOWN), id)).body();
    List<JsonNode> steps = found.path("steps").valueStream().toList();
    assertThat(steps).as(seed).hasSize(count);
    String state = "";
    int version = 0;
    for (JsonNode step : steps) {
      String kind = step.path("kind").asString("");
      assertThat(step.path("version").asInt()).isEqualTo(++version);
      assertThat(step.path("before").asString("")).as(seed).isEqualTo(state);
      String after = step.path("after").asString("");
      assertThat(List.of(state, after))
          .as("%s %s", kind, seed)
          .isEqualTo(
              switch (kind) {
                case "DECLARED" -> List.of("", "ACTIVE");
                case "BREACHED" -> List.of(state.equals("ENDED") ? "never" : state, state);
                case "SUSPENDED" -> List.of("ACTIVE", "SUSPENDED");
                case "LIFTED" -> List.of("SUSPENDED", "ACTIVE");
                default -> List.of("ACTIVE", "ENDED");
              });
      state = after;
    }
    assertThat(found.path("state").asString("")).isEqualTo(state);
    boolean claimed = bed.call(Shops.list().query("limit", "100")).body().toString().contains(id);
    assertThat(claimed).as(seed).isEqualTo(!state.equals("ENDED"));
    if (claimed) {
      assertThat(shown(id).path("state").asString("")).as(seed).isEqualTo(state);
    }
  }

  private JsonNode shown(String id) {
    return bed.call(Shops.list().query("limit", "100"))
        .body()
        .path("items")
        .valueStream()
        .filter(item -> item.path("frontageId").asString("").equals(id))
        .findAny()
        .orElseThrow();
  }

  /** What the frontage's item tells others. */
  private Event told(String id) {
    Map<String, AttributeValue> item =
        bed.partition("STALL#FRONTAGE#" + id).stream()
            .filter(each -> each.containsKey(Outbox.ID))
            .findAny()
            .orElseThrow();
    assertThat(Items.text(item, "sk")).isEqualTo("FRONTAGE");
    assertThat(item.get(Outbox.EVENTS)).isNotNull();
    return Event.read(
        item.getOrDefault(Outbox.EVENTS, AttributeValue.fromL(List.of()))
            .l()
            .getFirst()
            .m()
            .getOrDefault(Outbox.EVENT_JSON, AttributeValue.fromS(""))
            .s());
  }
}
