package org.jiuye.stall.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.book;
import static org.jiuye.stall.StallTestBed.bookAny;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiuye.stall.StallFunctions;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The night itself, and what follows from not coming. */
@TestInstance(Lifecycle.PER_CLASS)
class NightTest {
  private static final String PARK = "apricot-park";
  private static final TestCaller WARDEN = TestCaller.of("warden", "warden", "130529100");

  private final StallTestBed bed = new StallTestBed();
  private final FunctionHarness schedule =
      FunctionHarness.start(
          bed.cloud, "StallBookingScheduleFunction", StallFunctions.class, bed.clock);

  @AfterAll
  void close() {
    schedule.close();
    bed.close();
  }

  @BeforeEach
  void noon() {
    bed.clock.moveTo(StallTestBed.NOON);
  }

  @Test
  void theCodeIsOfUseOnceEvenForTwoWardensAtOnce() throws Exception {
    HttpAnswer booking = bed.call(book(bed.citizen("a"), PARK, "2026-07-01", "A001"));
    bed.clock.moveTo("2026-07-01T18:30:00+08:00");
    List<HttpAnswer> answers =
        bed.together(
            IntStream.range(0, 10)
                .mapToObj(n -> checkIn(WARDEN, booking, booking.text("code")))
                .toList());
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.code().equals("not-expected"))).hasSize(9);
  }

  @Test
  void aCheckInWhoseAnswerGotLostIsAnsweredAgain() {
    HttpAnswer booking = bed.call(book(bed.citizen("a2"), PARK, "2026-07-01", "A004"));
    bed.clock.moveTo("2026-07-01T18:30:00+08:00");
    HttpCall call =
        checkIn(WARDEN, booking, booking.text("code")).header("idempotency-key", "a2-seen");
    HttpAnswer first = bed.call(call);
    assertThat(first.text("state")).isEqualTo("CHECKED_IN");
    assertThat(bed.call(call)).isEqualTo(first);
  }

  @Test
  void aCodeIsTakenAtTwoInTheMorningForYesterdaysNightAndNotAfterTheWindow() {
    HttpAnswer early = bed.call(bookAny(bed.citizen("b1"), "riverside-park", "2026-07-02"));
    HttpAnswer late = bed.call(bookAny(bed.citizen("b2"), "riverside-park", "2026-07-02"));
    bed.clock.moveTo("2026-07-02T19:59:59+08:00");
    assertThat(bed.call(checkIn(WARDEN, early, early.text("code"))).code())
        .isEqualTo("not-in-window");
    bed.clock.moveTo("2026-07-03T01:59:59+08:00");
    assertThat(bed.call(checkIn(WARDEN, early, early.text("code"))).status()).isEqualTo(200);
    bed.clock.moveTo("2026-07-03T02:00:00+08:00");
    assertThat(bed.call(checkIn(WARDEN, late, late.text("code"))).code())
        .isEqualTo("not-in-window");
  }

  @Test
  void codesCannotBeGuessedAndAreSeenByTheHolderAlone() {
    TestCaller holder = bed.citizen("c");
    HttpAnswer booking = bed.call(book(holder, PARK, "2026-07-01", "A003"));
    HttpAnswer other = bed.call(book(bed.citizen("c2"), PARK, "2026-07-02", "A003"));
    HttpCall look = HttpCall.of("GET /stall-bookings/{bookingId}", booking.text("bookingId"));
    assertThat(bed.call(look.by(holder)).text("code")).isEqualTo(booking.text("code"));
    assertThat(bed.call(look.by(WARDEN)).body().has("code")).isFalse();

    bed.clock.moveTo("2026-07-01T18:30:00+08:00");
    String wrong = other.text("code").equals(booking.text("code")) ? "999999" : other.text("code");
    for (int left = 4; left > 0; left--) {
      HttpAnswer answer = bed.call(checkIn(WARDEN, booking, wrong));
      assertThat(answer.code()).isEqualTo("wrong-code");
      assertThat(answer.body().path("triesLeft").asInt()).isEqualTo(left);
    }
    assertThat(bed.call(checkIn(WARDEN, booking, wrong)).code()).isEqualTo("code-locked");
    assertThat(bed.call(checkIn(WARDEN, booking, booking.text("code"))).code())
        .isEqualTo("code-locked");
    assertThat(
            bed.call(checkIn(TestCaller.of("w", "warden", "130529101"), booking, "000000")).code())
        .isEqualTo("not-found");
  }

  @Test
  void theRosterShowsStallsTradesAndStatesAndNoCodes() {
    HttpAnswer booking = bed.call(book(bed.citizen("d"), PARK, "2026-07-03", "A002"));
    HttpCall roster = HttpCall.of("GET /sites/{siteId}/sessions/{date}/roster", PARK, "2026-07-03");
    HttpAnswer answer = bed.call(roster.by(WARDEN));
    assertThat(answer.body().path("stalls")).hasSize(50);
    assertThat(answer.body().path("stalls").get(1).path("state").asString()).isEqualTo("CONFIRMED");
    assertThat(answer.body().toString()).doesNotContain(booking.text("code"), "person-d");
    byte[] page = bed.http.invoke(roster.by(WARDEN).header("accept", "text/html").event());
    assertThat(new String(page, StandardCharsets.UTF_8)).contains("text/html", "A002", "儿童玩具");
    assertThat(bed.call(roster.by(TestCaller.of("w", "warden", "130529101"))).code())
        .isEqualTo("wrong-division");
  }

  @Test
  void threeNoShowsBarAPersonUntilAnObjectionIsDecided() {
    TestCaller vendor = bed.citizen("forgetful");
    for (String night : List.of("2026-08-03", "2026-08-04", "2026-08-05")) {
      bed.clock.moveTo(night + "T12:00:00+08:00");
      HttpAnswer seen = bed.call(bookAny(bed.citizen("seen-" + night), PARK, night));
      assertThat(bed.call(bookAny(vendor, PARK, night)).status()).isEqualTo(201);
      bed.clock.moveTo(night + "T19:00:00+08:00");
      assertThat(bed.call(checkIn(WARDEN, seen, seen.text("code"))).status()).isEqualTo(200);
      bed.clock.moveTo(LocalDate.parse(night).plusDays(1) + "T03:10:00+08:00");
      settle();
      settle();
    }
    HttpAnswer standing = standing(vendor);
    assertThat(standing.body().path("strikes")).hasSize(3);
    assertThat(standing.text("barredUntil")).isEqualTo("2026-09-05");
    assertThat(bed.call(bookAny(vendor, PARK, "2026-08-10")).code()).isEqualTo("barred");

    HttpCall objection =
        HttpCall.of("POST /stall-bookings/standing/objection")
            .json(Map.of("reason", "I_WAS_THERE"));
    assertThat(bed.call(objection.by(vendor)).body().path("bar").path("state").asString())
        .isEqualTo("HELD");
    assertThat(bed.call(objection.by(vendor)).code()).isEqualTo("not-objectable");
    assertThat(bed.call(bookAny(vendor, PARK, "2026-08-10")).status()).isEqualTo(201);

    bed.clock.moveTo("2026-08-08T10:00:00+08:00");
    TestCaller desk = TestCaller.of("desk", "caseworker", "130529100");
    HttpCall decision =
        HttpCall.of("POST /stall-bookings/standing/decision")
            .json(Map.of("personId", "person-forgetful", "outcome", "UPHELD"));
    assertThat(bed.call(decision.by(TestCaller.of("x", "caseworker", "130528100"))).code())
        .isEqualTo("wrong-division");
    HttpAnswer upheld = bed.call(decision.by(desk));
    assertThat(upheld.text("barredUntil")).isEqualTo("2026-09-07");
    assertThat(bed.call(bookAny(vendor, PARK, "2026-08-11")).code()).isEqualTo("barred");
    bed.clock.moveTo("2026-09-07T10:00:00+08:00");
    assertThat(bed.call(bookAny(vendor, PARK, "2026-09-08")).status()).isEqualTo(201);
  }

  @Test
  void aNightWithoutASingleCheckInBlamesNobody() {
    bed.clock.moveTo("2026-07-20T12:00:00+08:00");
    TestCaller vendor = bed.citizen("e");
    String bookingId = bed.call(bookAny(vendor, "lakeside-park", "2026-07-20")).text("bookingId");
    bed.clock.moveTo("2026-07-21T03:10:00+08:00");
    settle();
    HttpAnswer booking =
        bed.call(HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(vendor));
    assertThat(booking.text("state")).isEqualTo("COMPLETED");
    assertThat(standing(vendor).body().path("strikes")).isEmpty();
  }

  @Test
  void holdersAreRemindedOnce() {
    bed.clock.moveTo("2026-07-25T12:00:00+08:00");
    bed.call(bookAny(bed.citizen("f"), PARK, "2026-07-25"));
    String payload =
        "{\"schedule\": \"remind-holders\", \"scheduledTime\": \"2026-07-25T02:00:00Z\"}";
    String first =
        new String(
            schedule.invoke(payload.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    String second =
        new String(
            schedule.invoke(payload.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    assertThat(first).contains("\"reminded\":1");
    assertThat(second).contains("\"reminded\":0");
  }

  private static HttpCall checkIn(TestCaller warden, HttpAnswer booking, String code) {
    return HttpCall.of("POST /stall-bookings/{bookingId}/check-in", booking.text("bookingId"))
        .by(warden)
        .json(Map.of("code", code));
  }

  private HttpAnswer standing(TestCaller caller) {
    return bed.call(HttpCall.of("GET /stall-bookings/standing").by(caller));
  }

  private void settle() {
    schedule.invoke(
        "{\"schedule\": \"settle-sessions\", \"scheduledTime\": \"" + bed.clock.instant() + "\"}");
  }
}
