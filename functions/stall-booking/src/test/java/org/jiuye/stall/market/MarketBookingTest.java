package org.jiuye.stall.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.bookAny;
import static org.jiuye.stall.StallTestBed.cancel;
import static org.jiuye.stall.market.MarketTestBed.MARKET_DAY;
import static org.jiuye.stall.market.MarketTestBed.SITE;
import static org.jiuye.stall.market.MarketTestBed.body;
import static org.jiuye.stall.market.MarketTestBed.book;
import static org.jiuye.stall.market.MarketTestBed.creditCode;
import static org.jiuye.stall.market.MarketTestBed.register;
import static org.jiuye.stall.market.MarketTestBed.reject;
import static org.jiuye.stall.market.MarketTestBed.vacancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.stall.StallTestBed;
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
import tools.jackson.databind.JsonNode;

/** Stalls of the job market and the vacancies that hang out there. */
@TestInstance(Lifecycle.PER_CLASS)
class MarketBookingTest {
  private final MarketTestBed market = new MarketTestBed();

  @AfterAll
  void close() {
    market.close();
  }

  @BeforeEach
  void noon() {
    market.bed.clock.moveTo(StallTestBed.NOON);
  }

  @Test
  void aVerifiedEmployerBooksAndItsVacanciesHangOut() {
    TestCaller food = market.verified("food", creditCode(100));
    Map<String, Object> wish = body(creditCode(100), MARKET_DAY, 3);
    wish.put("workers", 2);

    HttpAnswer booked = market.call(StallTestBed.book(food, wish));

    assertThat(booked.status()).isEqualTo(201);
    String stallNo = booked.text("stallNo");
    assertThat(booked.text("personId")).isEqualTo("person-food");
    assertThat(booked.text("opensAt")).isEqualTo("2026-07-08T09:00:00+08:00");
    assertThat(booked.body().has("trade")).isFalse();
    assertThat(booked.body().at("/market/vacancyCount").asInt()).isEqualTo(3);
    assertThat(booked.body().at("/market/workers").asInt()).isEqualTo(2);
    assertThat(market.call(HttpCall.of("GET /stall-bookings").by(food)).body().path("items"))
        .hasSize(1);
    JsonNode first = vacanciesOf(stallNo).getFirst();
    assertThat(first.path("title").asString()).isEqualTo("包装工1");
    assertThat(first.path("employerName").asString()).isEqualTo("巨鹿县样例食品有限公司");
    assertThat(first.at("/monthlyPay/to").asInt()).isEqualTo(5000);
    assertThat(first.path("vacancyNo").asInt()).isEqualTo(1);
    assertThat(first.has("bookingId")).isFalse();
    assertThat(vacanciesOf(stallNo)).hasSize(3);

    assertThat(market.call(cancel(food, booked.text("bookingId"))).text("state"))
        .isEqualTo("CANCELLED");
    assertThat(vacanciesOf(stallNo)).isEmpty();
    wish.put("stallNo", stallNo);
    HttpAnswer again = market.call(StallTestBed.book(food, wish));
    assertThat(again.status()).isEqualTo(201);
    assertThat(vacanciesOf(stallNo)).hasSize(3);
  }

  @Test
  void anEmployerHasOneStallAMarket() {
    TestCaller twice = market.verified("twice", creditCode(101));
    assertThat(market.call(book(twice, creditCode(101), 1)).status()).isEqualTo(201);
    assertThat(market.call(book(twice, creditCode(101), 1)).code()).isEqualTo("one-stall-a-night");
    assertThat(
            market.call(StallTestBed.book(twice, body(creditCode(101), "2026-07-15", 1))).status())
        .isEqualTo(201);
  }

  @Test
  void onlyAVerifiedEmployerBooksAndOnlyWhoActsForIt() {
    TestCaller pending = market.employer("pending");
    market.call(register(pending, creditCode(102)));
    HttpAnswer refused = market.call(book(pending, creditCode(102), 1));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("employer-not-verified");
    market.call(reject(market.desk, creditCode(102), "NAME_DIFFERS"));
    assertThat(market.call(book(pending, creditCode(102), 1)).code())
        .isEqualTo("employer-not-verified");
    market.verified("other", creditCode(103));
    assertThat(market.call(book(pending, creditCode(103), 1)).code())
        .isEqualTo("employer-not-found");
    assertThat(market.call(book(pending, creditCode(104), 1)).code())
        .isEqualTo("employer-not-found");
    assertThat(market.call(book(pending, "91350100M000100Y42", 1)).code())
        .isEqualTo("credit-code-invalid");
  }

  @Test
  void citizensBookNightsEmployersMarketsAndStaffForBoth() {
    TestCaller baker = market.verified("baker", creditCode(105));
    assertThat(market.call(book(market.bed.citizen("wang"), creditCode(105), 1)).code())
        .isEqualTo("wrong-role");
    assertThat(market.call(bookAny(baker, "apricot-park", "2026-07-02")).code())
        .isEqualTo("wrong-role");
    Map<String, Object> wish = body(creditCode(105), MARKET_DAY, 1);
    assertThat(market.call(StallTestBed.book(market.desk, wish)).code())
        .isEqualTo("on-behalf-of-required");
    wish.put("onBehalfOf", "person-baker");
    HttpAnswer booked = market.call(StallTestBed.book(market.desk, wish));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.body().path("onBehalf").asBoolean()).isTrue();
    assertThat(market.call(cancel(baker, booked.text("bookingId"))).status()).isEqualTo(200);
    wish.put("onBehalfOf", "person-somebody-else");
    assertThat(market.call(StallTestBed.book(market.desk, wish)).code())
        .isEqualTo("employer-not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-07,2026-07-01T12:00:00+08:00,not-a-market-day,2026-07-08,NOT_A_MARKET_DAY",
    "2026-02-18,2026-02-10T12:00:00+08:00,holiday,2026-02-25,HOLIDAY",
    "2027-01-06,2026-12-28T12:00:00+08:00,calendar-unknown,,CALENDAR_UNKNOWN",
    "2026-07-01,2026-07-01T12:00:00+08:00,session-started,,SESSION_STARTED"
  })
  void aDayWithoutMarketIsRefusedAndShownWithTheReason(
      String date, String now, String code, String nextMarketDay, String reason) {
    TestCaller mill = market.employer("mill");
    if (market.call(MarketTestBed.employer(mill, creditCode(106))).status() == 404) {
      market.verified("mill", creditCode(106));
    }
    market.bed.clock.moveTo(now);
    Map<String, Object> wish = body(creditCode(106), date, 1);
    Map<String, Object> vacancy = vacancy("工人");
    vacancy.put("validUntil", "2027-12-31");
    wish.put("vacancies", List.of(vacancy));

    HttpAnswer refused = market.call(StallTestBed.book(mill, wish));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.text("nextMarketDay")).isEqualTo(nextMarketDay == null ? "" : nextMarketDay);
    HttpAnswer session = market.bed.session(SITE, date);
    assertThat(session.body().path("bookable").asBoolean()).isFalse();
    assertThat(session.text("reason")).isEqualTo(reason);
    assertThat(market.vacancies(date).body().path("items")).isEmpty();
  }

  @Test
  void everyWrongFieldOfAVacancyIsNamed() {
    TestCaller works = market.employer("works");
    Map<String, Object> wrong = vacancy(" ");
    wrong.put("headcount", 501);
    wrong.put("monthlyPay", Map.of("from", 5000, "to", 4999));
    wrong.put("validUntil", "2026-07-07");
    wrong.put("salary", "good");
    Map<String, Object> wish = body(creditCode(107), MARKET_DAY, 1);
    wish.put("vacancies", List.of(vacancy("好"), wrong));
    wish.put("trade", "TOYS");
    wish.put("workers", 0);
    HttpAnswer answer = market.call(StallTestBed.book(works, wish));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(pointers(answer))
        .containsExactlyInAnyOrder(
            "/vacancies/1/title wrong-format",
            "/vacancies/1/headcount out-of-range",
            "/vacancies/1/monthlyPay/to out-of-range",
            "/vacancies/1/validUntil out-of-range",
            "/vacancies/1/salary unknown-field",
            "/workers out-of-range",
            "/trade unknown-field");
    wish = body(creditCode(107), MARKET_DAY, 0);
    assertThat(pointers(market.call(StallTestBed.book(works, wish))))
        .containsExactly("/vacancies wrong-size");
    wish = body(creditCode(107), MARKET_DAY, 21);
    assertThat(pointers(market.call(StallTestBed.book(works, wish))))
        .containsExactly("/vacancies wrong-size");
  }

  @Test
  void aDiscriminatingLimitIsRefusedWithTheLaw() {
    TestCaller tailor = market.verified("tailor", creditCode(108));
    Map<String, Object> shop = vacancy("男装导购");
    Map<String, Object> guard = vacancy("保安");
    guard.put("conditions", "限男性,身体健康");
    Map<String, Object> cook = vacancy("厨师,Men only");
    cook.put("duties", "做饭。外地人勿扰");
    Map<String, Object> wish = body(creditCode(108), MARKET_DAY, 1);
    wish.put("vacancies", List.of(shop, guard, cook));

    HttpAnswer refused =
        market.call(StallTestBed.book(tailor, wish).header("accept-language", "en"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("discriminating-limit");
    assertThat(pointers(refused))
        .containsExactly(
            "/vacancies/1/conditions discriminating-limit",
            "/vacancies/2/title discriminating-limit",
            "/vacancies/2/duties discriminating-limit");
    assertThat(refused.body().at("/limits/0/ground").asString()).isEqualTo("SEX");
    assertThat(refused.body().at("/limits/0/words").asString()).isEqualTo("限男性");
    assertThat(refused.body().at("/limits/0/law").asString()).contains("Labour Law");
    assertThat(refused.body().at("/limits/2/ground").asString()).isEqualTo("HOUSEHOLD");
    wish.put("vacancies", List.of(shop));
    assertThat(market.call(StallTestBed.book(tailor, wish)).status()).isEqualTo(201);
  }

  @Test
  void aMarketHasNoWaitingList() {
    assertThat(
            market
                .call(
                    HttpCall.of(
                            "POST /sites/{siteId}/sessions/{date}/waiting-list", SITE, MARKET_DAY)
                        .by(market.bed.citizen("waiter"))
                        .json(Map.of("trade", "TOYS")))
                .code())
        .isEqualTo("no-waiting-list");
  }

  @Test
  void whenTheCountyClosesAMarketItsVacanciesAreGone() {
    String day = "2026-07-15";
    TestCaller dairy = market.verified("dairy", creditCode(140));
    Map<String, Object> wish = body(creditCode(140), day, 2);
    String bookingId = market.call(StallTestBed.book(dairy, wish)).text("bookingId");

    HttpAnswer closed =
        market.call(
            HttpCall.of("POST /sites/{siteId}/sessions/{date}/closure", SITE, day)
                .by(market.desk)
                .json(Map.of("reason", "EVENT")));

    assertThat(closed.status()).isBetween(200, 201);
    assertThat(
            market
                .call(HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(dairy))
                .text("state"))
        .isEqualTo("SITE_CANCELLED");
    assertThat(market.bed.partition("STALL#VACANCIES#" + day))
        .noneMatch(item -> item.toString().contains(creditCode(140)));
    assertThat(
            market
                .call(
                    HttpCall.of("POST /sites/{siteId}/sessions/{date}/reopening", SITE, day)
                        .by(market.desk))
                .status())
        .isEqualTo(200);
  }

  @Test
  void vacanciesComeInPages() {
    String day = "2026-07-22";
    for (int number = 120; number < 123; number++) {
      TestCaller caller = market.verified("paged-" + number, creditCode(number));
      assertThat(market.call(StallTestBed.book(caller, body(creditCode(number), day, 3))).status())
          .isEqualTo(201);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      HttpCall call = HttpCall.of("GET /vacancies").query("date", day).query("limit", "2");
      HttpAnswer page = market.call(cursor.isEmpty() ? call : call.query("cursor", cursor));
      page.body()
          .path("items")
          .forEach(item -> seen.add(item.path("stallNo") + "/" + item.path("vacancyNo")));
      cursor = page.text("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    assertThat(market.call(HttpCall.of("GET /vacancies").query("date", "soon")).status())
        .isEqualTo(400);
    assertThat(market.call(HttpCall.of("GET /vacancies")).status()).isEqualTo(200);
  }

  @Test
  void stallAndVacanciesComeTogetherOrNotAtAll() throws Exception {
    String day = "2026-07-29";
    List<HttpCall> calls = new ArrayList<>();
    for (int number = 200; number < 240; number++) {
      TestCaller caller = market.verified("racer-" + number, creditCode(number));
      Map<String, Object> wish = new HashMap<>(body(creditCode(number), day, 20));
      calls.add(StallTestBed.book(caller, wish));
    }
    try (var _ = market.bed.cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 0.3, 7);
        var _ = market.bed.cloud.faults().inject(Fault.LOST_REPLY, 0.2, 11)) {
      List<HttpAnswer> answers = market.bed.together(calls);
      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(30);
      assertThat(answers.stream().filter(answer -> answer.code().equals("session-full")))
          .hasSize(10);
    }
    assertThat(market.bed.partition("STALL#SESSION#" + SITE + "#" + day)).hasSize(30);
    assertThat(market.bed.partition("STALL#VACANCIES#" + day)).hasSize(600);
  }

  @Test
  void rejectedAndBookingAtOnceNobodyUnverifiedGetsAStall() throws Exception {
    TestCaller caller = market.verified("hasty", creditCode(130));
    List<HttpCall> calls = new ArrayList<>();
    calls.add(reject(market.desk, creditCode(130), "DEREGISTERED"));
    for (int number = 0; number < 10; number++) {
      calls.add(StallTestBed.book(caller, body(creditCode(130), "2026-07-15", 2)));
    }
    List<HttpAnswer> answers = market.bed.together(calls);
    long booked = answers.stream().filter(answer -> answer.status() == 201).count();
    assertThat(booked).isLessThanOrEqualTo(1);
    assertThat(answers.stream().skip(1))
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(
            answer ->
                List.of("employer-not-verified", "one-stall-a-night").contains(answer.code()));
    assertThat(
            market.bed.partition("STALL#VACANCIES#2026-07-15").stream()
                .filter(item -> item.toString().contains(creditCode(130))))
        .isEmpty();
    assertThat(market.call(book(caller, creditCode(130), 1)).code())
        .isEqualTo("employer-not-verified");
  }

  private List<JsonNode> vacanciesOf(String stallNo) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode item : market.vacancies(MARKET_DAY).body().path("items")) {
      if (item.path("stallNo").asString("").equals(stallNo)) {
        found.add(item);
      }
    }
    return found;
  }

  private static List<String> pointers(HttpAnswer answer) {
    List<String> pointers = new ArrayList<>();
    answer
        .body()
        .path("errors")
        .forEach(
            error ->
                pointers.add(
                    error.path("pointer").asString("") + " " + error.path("code").asString("")));
    return pointers;
  }
}
