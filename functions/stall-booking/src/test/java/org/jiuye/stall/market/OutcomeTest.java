package org.jiuye.stall.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.bookAny;
import static org.jiuye.stall.StallTestBed.cancel;
import static org.jiuye.stall.market.MarketTestBed.book;
import static org.jiuye.stall.market.MarketTestBed.creditCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** What came of stalls at the job market: hires are records, and counted from them. */
@TestInstance(Lifecycle.PER_CLASS)
class OutcomeTest {
  private static final String OUTCOME = "/stall-bookings/{bookingId}/outcome";
  private static final String AFTERWARDS = "2026-07-08T11:00:00+08:00";

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
  void hiresAreReportedUntilTheWorkerOrACaseworkerSaysSo() {
    TestCaller steel = market.verified("steel", creditCode(300));
    String bookingId = market.call(book(steel, creditCode(300), 2)).text("bookingId");
    market.bed.clock.moveTo(AFTERWARDS);

    HttpAnswer reported =
        market.call(
            report(
                steel,
                bookingId,
                List.of(
                    Map.of("vacancyNo", 1, "personId", "person-li"),
                    Map.of("vacancyNo", 2),
                    Map.of("vacancyNo", 2, "personId", "person-zhao"))));

    assertThat(reported.status()).isEqualTo(201);
    assertThat(reported.headers())
        .containsEntry("location", "/stall-bookings/" + bookingId + "/outcome");
    assertThat(counts(reported)).containsExactly(3, 0, 0);
    TestCaller li = market.bed.citizen("li");
    HttpAnswer mine = market.call(HttpCall.of("GET /stall-hires").by(li));
    assertThat(mine.body().path("items")).hasSize(1);
    assertThat(mine.body().at("/items/0/title").asString()).isEqualTo("包装工1");
    String hisHire = mine.body().at("/items/0/hireId").asString();

    assertThat(market.call(confirm(market.bed.citizen("zhao"), hisHire)).status()).isEqualTo(404);
    assertThat(market.call(confirm(steel, hisHire)).code()).isEqualTo("wrong-role");
    HttpAnswer confirmed = market.call(confirm(li, hisHire));
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text("state")).isEqualTo("CONFIRMED");
    assertThat(market.call(deny(li, hisHire)).code()).isEqualTo("hire-decided");
    assertThat(
            market
                .call(HttpCall.of("GET /stall-hires").by(li))
                .body()
                .at("/items/0/state")
                .asString())
        .isEqualTo("CONFIRMED");

    List<String> others = hires(market.call(outcome(steel, bookingId)), "REPORTED");
    TestCaller elsewhere = TestCaller.of("elsewhere", "caseworker", "130528");
    assertThat(market.call(confirm(elsewhere, others.getFirst())).status()).isEqualTo(404);
    assertThat(market.call(confirm(market.desk, others.get(0))).status()).isEqualTo(200);
    assertThat(market.call(deny(market.desk, others.get(1))).text("state")).isEqualTo("DENIED");
    HttpAnswer counted = market.call(outcome(steel, bookingId));
    assertThat(counts(counted)).containsExactly(0, 2, 1);
    assertThat(counted.body().path("interviews").asInt()).isEqualTo(12);
    assertThat(market.call(outcome(market.desk, bookingId)).body()).isEqualTo(counted.body());
    assertThat(market.call(outcome(market.employer("stranger"), bookingId)).status())
        .isEqualTo(404);
  }

  @Test
  void nothingIsReportedBeforeTheMarketBeginsNorOfAStallThatWasGivenBack() {
    TestCaller early = market.verified("early", creditCode(301));
    String bookingId = market.call(book(early, creditCode(301), 1)).text("bookingId");
    assertThat(market.call(report(early, bookingId, List.of())).code())
        .isEqualTo("outcome-not-due");
    market.call(cancel(early, bookingId));
    market.bed.clock.moveTo(AFTERWARDS);
    assertThat(market.call(report(early, bookingId, List.of())).code())
        .isEqualTo("outcome-not-due");
    assertThat(market.call(outcome(early, bookingId)).status()).isEqualTo(404);
    market.bed.clock.moveTo(StallTestBed.NOON);
    String night =
        market
            .call(bookAny(market.bed.citizen("vendor"), "apricot-park", "2026-07-02"))
            .text("bookingId");
    assertThat(market.call(report(market.desk, night, List.of())).code())
        .isEqualTo("outcome-not-due");
  }

  @Test
  void whatIsWrongIsNamedAndNobodyIsHiredTwice() {
    TestCaller paper = market.verified("paper", creditCode(302));
    String bookingId = market.call(book(paper, creditCode(302), 2)).text("bookingId");
    market.bed.clock.moveTo(AFTERWARDS);
    assertThat(
            pointers(
                market.call(
                    report(
                        paper,
                        bookingId,
                        List.of(Map.of("vacancyNo", 3), Map.of("personId", "13800138000"))))))
        .containsExactly(
            "/hires/0/vacancyNo out-of-range",
            "/hires/1/vacancyNo required",
            "/hires/1/personId wrong-format");
    Map<String, Object> sun = Map.of("vacancyNo", 1, "personId", "person-sun");
    HttpAnswer twice = market.call(report(paper, bookingId, List.of(sun, sun)));
    assertThat(twice.code()).isEqualTo("hire-reported");
    assertThat(pointers(twice)).containsExactly("/hires/1/personId hire-reported");
    assertThat(market.call(report(paper, bookingId, List.of(sun))).status()).isEqualTo(201);
    HttpAnswer again = market.call(report(paper, bookingId, List.of(Map.of("vacancyNo", 2), sun)));
    assertThat(again.status()).isEqualTo(409);
    assertThat(pointers(again)).containsExactly("/hires/1/personId hire-reported");
    assertThat(counts(market.call(outcome(paper, bookingId)))).containsExactly(1, 0, 0);
  }

  @Test
  void aLaterReportAddsHiresAndACountIsNeverKept() throws Exception {
    TestCaller glass = market.verified("glass", creditCode(303));
    String bookingId = market.call(book(glass, creditCode(303), 1)).text("bookingId");
    market.bed.clock.moveTo(AFTERWARDS);
    List<HttpCall> calls = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      calls.add(
          report(
              glass,
              bookingId,
              List.of(Map.of("vacancyNo", 1, "personId", "person-worker-" + number))));
    }
    try (var _ = market.bed.cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 0.3, 5)) {
      assertThat(market.bed.together(calls)).allMatch(answer -> answer.status() == 201);
    }
    HttpAnswer outcome = market.call(outcome(glass, bookingId));
    assertThat(counts(outcome)).containsExactly(20, 0, 0);
    assertThat(outcome.body().path("version").asInt()).isEqualTo(20);
  }

  @Test
  void aKeyMakesAReportSafeToRepeat() throws Exception {
    TestCaller brick = market.verified("brick", creditCode(304));
    String bookingId = market.call(book(brick, creditCode(304), 1)).text("bookingId");
    market.bed.clock.moveTo(AFTERWARDS);
    List<Map<String, ?>> forty =
        IntStream.range(0, 40)
            .<Map<String, ?>>mapToObj(
                number -> Map.of("vacancyNo", 1, "personId", "person-brick-" + number))
            .toList();
    HttpCall call = report(brick, bookingId, forty).header("idempotency-key", "outcome");
    List<HttpAnswer> answers =
        market.bed.together(IntStream.range(0, 8).mapToObj(number -> call).toList());
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(counts(market.call(outcome(brick, bookingId)))).containsExactly(40, 0, 0);

    String hireId = hires(market.call(outcome(brick, bookingId)), "REPORTED").getFirst();
    HttpCall confirm = confirm(market.desk, hireId).header("idempotency-key", "sure");
    assertThat(market.call(confirm).status()).isEqualTo(200);
    assertThat(market.call(confirm).text("state")).isEqualTo("CONFIRMED");
  }

  @Test
  void ofConfirmationAndDenialAtOnceOneHolds() throws Exception {
    TestCaller wool = market.verified("wool", creditCode(305));
    String bookingId = market.call(book(wool, creditCode(305), 1)).text("bookingId");
    market.bed.clock.moveTo(AFTERWARDS);
    market.call(
        report(wool, bookingId, List.of(Map.of("vacancyNo", 1, "personId", "person-torn"))));
    TestCaller torn = market.bed.citizen("torn");
    String hireId = hires(market.call(outcome(wool, bookingId)), "REPORTED").getFirst();
    List<HttpCall> calls = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      calls.add(confirm(torn, hireId));
      calls.add(deny(market.desk, hireId));
    }
    List<HttpAnswer> answers = market.bed.together(calls);
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.code().equals("hire-decided"))).hasSize(19);
  }

  private static HttpCall report(
      TestCaller caller, String bookingId, List<? extends Map<String, ?>> hires) {
    return HttpCall.of("POST " + OUTCOME, bookingId)
        .by(caller)
        .json(Map.of("interviews", 12, "intents", 5, "hires", hires));
  }

  private static HttpCall outcome(TestCaller caller, String bookingId) {
    return HttpCall.of("GET " + OUTCOME, bookingId).by(caller);
  }

  private static HttpCall confirm(TestCaller caller, String hireId) {
    return HttpCall.of("POST /stall-hires/{hireId}/confirmation", hireId).by(caller);
  }

  private static HttpCall deny(TestCaller caller, String hireId) {
    return HttpCall.of("POST /stall-hires/{hireId}/denial", hireId).by(caller);
  }

  /** Reported, confirmed, denied. */
  private static List<Integer> counts(HttpAnswer outcome) {
    return List.of("REPORTED", "CONFIRMED", "DENIED").stream()
        .map(state -> outcome.body().at("/hired/" + state).asInt(-1))
        .toList();
  }

  private static List<String> hires(HttpAnswer outcome, String state) {
    List<String> ids = new ArrayList<>();
    outcome
        .body()
        .path("hires")
        .forEach(
            hire -> {
              if (hire.path("state").asString("").equals(state)) {
                ids.add(hire.path("hireId").asString(""));
              }
            });
    return ids;
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
