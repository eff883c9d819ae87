package org.jiuye.stall.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.bookAny;
import static org.jiuye.stall.StallTestBed.cancel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Waiting for a stall, being offered one, answering or not. */
@TestInstance(Lifecycle.PER_CLASS)
class WaitingListTest {
  // Fifty stalls; two hours to answer, quiet from 22:00 to 07:00.
  private static final String SITE = "apricot-park";
  private static final int STALLS = 50;

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
  void aStallThatIsGivenBackIsOfferedToTheFirstInLineAndNobodyCanSnatchIt() throws Exception {
    List<HttpAnswer> full = fill("2026-07-02", "a");
    TestCaller first = bed.citizen("a-first");
    TestCaller second = bed.citizen("a-second");
    assertThat(join(first, "2026-07-02").body().path("rank").asInt()).isEqualTo(1);
    assertThat(join(second, "2026-07-02").body().path("rank").asInt()).isEqualTo(2);

    assertThat(giveBack(full.getFirst()).status()).isEqualTo(200);

    assertThat(bed.call(bookAny(bed.citizen("a-snatcher"), SITE, "2026-07-02")).code())
        .isEqualTo("session-full");
    HttpAnswer place = place(first, "2026-07-02");
    assertThat(place.text("state")).isEqualTo("OFFERED");
    assertThat(place.text("offerUntil")).startsWith("2026-07-01T14:00:00");
    assertThat(place(second, "2026-07-02").text("state")).isEqualTo("WAITING");

    HttpAnswer accepted = answer(first, place, "acceptance");
    assertThat(accepted.text("state")).isEqualTo("CONFIRMED");
    assertThat(accepted.text("code")).matches("\\d{6}");
    assertThat(place(first, "2026-07-02").code()).isEqualTo("not-waiting");
    assertThat(place(second, "2026-07-02").body().path("rank").asInt()).isEqualTo(1);
    assertThat(bed.session(SITE, "2026-07-02").body().path("waiting").asInt()).isEqualTo(1);
  }

  @Test
  void aRefusedOfferGoesToTheNextAndEndsTheWaiting() throws Exception {
    List<HttpAnswer> full = fill("2026-07-03", "b");
    TestCaller first = bed.citizen("b-first");
    TestCaller second = bed.citizen("b-second");
    join(first, "2026-07-03");
    join(second, "2026-07-03");
    giveBack(full.getFirst());

    assertThat(answer(first, place(first, "2026-07-03"), "refusal").text("state"))
        .isEqualTo("REFUSED");

    assertThat(place(first, "2026-07-03").code()).isEqualTo("not-waiting");
    assertThat(place(second, "2026-07-03").text("state")).isEqualTo("OFFERED");
    assertThat(answer(second, place(second, "2026-07-03"), "refusal").status()).isEqualTo(200);
    assertThat(bed.session(SITE, "2026-07-03").body().path("free").asInt()).isEqualTo(1);
  }

  @Test
  void anOfferThatNobodyAnswersMovesOnAndThePlaceIsKeptOnce() throws Exception {
    List<HttpAnswer> full = fill("2026-07-04", "c");
    TestCaller first = bed.citizen("c-first");
    TestCaller second = bed.citizen("c-second");
    join(first, "2026-07-04");
    join(second, "2026-07-04");
    giveBack(full.get(0));
    HttpAnswer offer = place(first, "2026-07-04");

    bed.clock.moveTo("2026-07-01T14:00:01+08:00");
    assertThat(answer(first, offer, "acceptance").code()).isEqualTo("offer-over");
    sweep();
    assertThat(place(first, "2026-07-04").text("state")).isEqualTo("WAITING");
    assertThat(place(second, "2026-07-04").text("state")).isEqualTo("OFFERED");

    giveBack(full.get(1));
    assertThat(place(first, "2026-07-04").text("state")).isEqualTo("OFFERED");
    bed.clock.moveTo("2026-07-01T16:00:02+08:00");
    sweep();
    assertThat(place(first, "2026-07-04").code()).isEqualTo("not-waiting");
  }

  @Test
  void whoHasBeenOfferedAStallAnswersTheOfferAndDoesNotLeaveItBehind() throws Exception {
    List<HttpAnswer> full = fill("2026-07-09", "h");
    TestCaller first = bed.citizen("h-first");
    join(first, "2026-07-09");
    giveBack(full.getFirst());

    assertThat(leave(first, "2026-07-09").code()).isEqualTo("offer-pending");

    assertThat(answer(first, place(first, "2026-07-09"), "refusal").status()).isEqualTo(200);
    assertThat(leave(first, "2026-07-09").code()).isEqualTo("not-waiting");
  }

  @Test
  void whoHasLetAnOfferLapseIsPassedOverThoughTheNextRefusesIt() throws Exception {
    List<HttpAnswer> full = fill("2026-07-10", "i");
    TestCaller first = bed.citizen("i-first");
    TestCaller second = bed.citizen("i-second");
    TestCaller third = bed.citizen("i-third");
    List.of(first, second, third).forEach(person -> join(person, "2026-07-10"));
    giveBack(full.getFirst());
    bed.clock.moveTo("2026-07-01T14:00:01+08:00");
    sweep();

    answer(second, place(second, "2026-07-10"), "refusal");

    assertThat(place(first, "2026-07-10").text("state")).isEqualTo("WAITING");
    assertThat(place(third, "2026-07-10").text("state")).isEqualTo("OFFERED");
  }

  @Test
  void nothingIsOfferedOnceTheSessionHasBegun() throws Exception {
    List<HttpAnswer> full = fill("2026-07-05", "d");
    TestCaller waiting = bed.citizen("d-waiting");
    bed.clock.moveTo("2026-07-05T17:00:00+08:00");
    join(waiting, "2026-07-05");
    giveBack(full.getFirst());
    HttpAnswer offer = place(waiting, "2026-07-05");
    assertThat(offer.text("offerUntil")).isEqualTo("2026-07-05T18:00:00+08:00");

    bed.clock.moveTo("2026-07-05T18:00:00+08:00");
    assertThat(answer(waiting, offer, "acceptance").code()).isEqualTo("offer-over");
    sweep();
    assertThat(place(waiting, "2026-07-05").code()).isEqualTo("not-waiting");
    assertThat(bed.session(SITE, "2026-07-05").body().path("waiting").asInt()).isZero();
  }

  @Test
  void whoWaitsMayLeaveAndWhoHasAStallOrWaitsCannotJoin() throws Exception {
    List<HttpAnswer> full = fill("2026-07-06", "e");
    TestCaller waiting = bed.citizen("e-waiting");
    assertThat(join(waiting, "2026-07-06").status()).isEqualTo(201);
    assertThat(join(waiting, "2026-07-06").code()).isEqualTo("waiting-that-night");
    assertThat(bed.call(bookAny(waiting, "riverside-park", "2026-07-06")).code())
        .isEqualTo("waiting-that-night");
    assertThat(leave(waiting, "2026-07-06").status()).isEqualTo(204);
    assertThat(leave(waiting, "2026-07-06").code()).isEqualTo("not-waiting");
    assertThat(bed.call(bookAny(waiting, "riverside-park", "2026-07-06")).status()).isEqualTo(201);
    assertThat(join(bed.citizen("e-0"), "2026-07-06").code()).isEqualTo("one-stall-a-night");
    giveBack(full.getFirst());
    assertThat(join(bed.citizen("e-late"), "2026-07-06").code()).isEqualTo("stalls-free");
  }

  @Test
  void whoIsOfferedAStallAnswersTheOfferAndDoesNotJustLeave() throws Exception {
    List<HttpAnswer> full = fill("2026-07-11", "j");
    TestCaller first = bed.citizen("j-first");
    TestCaller second = bed.citizen("j-second");
    join(first, "2026-07-11");
    join(second, "2026-07-11");
    giveBack(full.getFirst());

    assertThat(leave(first, "2026-07-11").code()).isEqualTo("offer-pending");

    HttpAnswer offer = place(first, "2026-07-11");
    assertThat(answer(first, offer, "refusal").status()).isEqualTo(200);
    assertThat(place(second, "2026-07-11").text("state")).isEqualTo("OFFERED");
  }

  @Test
  void anOfferIsNotAcceptedByWhoseWeekIsFullMeanwhile() throws Exception {
    List<HttpAnswer> full = fill("2026-07-12", "k");
    TestCaller busy = bed.citizen("k-busy");
    join(busy, "2026-07-12");
    for (String night : List.of("2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09")) {
      assertThat(bed.call(bookAny(busy, "wolfberry-park", night)).status()).isEqualTo(201);
    }
    giveBack(full.getFirst());

    HttpAnswer refused = answer(busy, place(busy, "2026-07-12"), "acceptance");

    assertThat(refused.code()).isEqualTo("weekly-limit");
    assertThat(place(busy, "2026-07-12").text("state")).isEqualTo("OFFERED");
  }

  @Test
  void staffWaitForWhoHasNoPhone() throws Exception {
    List<HttpAnswer> full = fill("2026-07-07", "f");
    TestCaller desk = TestCaller.of("f-desk", "caseworker", "130529101");
    HttpAnswer joined =
        bed.call(
            waitingList("POST", "2026-07-07")
                .by(desk)
                .json(Map.of("trade", "TOYS", "onBehalfOf", "person-f-granny")));
    assertThat(joined.status()).isEqualTo(201);
    giveBack(full.getFirst());
    HttpAnswer place =
        bed.call(waitingList("GET", "2026-07-07").by(desk).query("onBehalfOf", "person-f-granny"));
    HttpAnswer accepted = answer(desk, place, "acceptance");
    assertThat(accepted.text("personId")).isEqualTo("person-f-granny");
    assertThat(accepted.text("code")).matches("\\d{6}");
  }

  @Test
  void aClosedSessionEndsEverythingAndAReopenedOneBeginsAnew() throws Exception {
    List<HttpAnswer> full = fill("2026-07-08", "g");
    TestCaller waiting = bed.citizen("g-waiting");
    join(waiting, "2026-07-08");
    TestCaller warden = TestCaller.of("g-warden", "warden", "130529100");
    HttpCall closure =
        HttpCall.of("POST /sites/{siteId}/sessions/{date}/closure", SITE, "2026-07-08")
            .json(Map.of("reason", "RAIN"));
    assertThat(bed.call(closure.by(TestCaller.of("w", "warden", "130529101"))).code())
        .isEqualTo("wrong-division");
    HttpAnswer closed = bed.call(closure.by(warden));
    assertThat(closed.body().path("cancelled").asInt()).isEqualTo(STALLS);

    HttpAnswer booking =
        bed.call(
            HttpCall.of("GET /stall-bookings/{bookingId}", full.getFirst().text("bookingId"))
                .by(bed.citizen("g-0")));
    assertThat(booking.text("state")).isEqualTo("SITE_CANCELLED");
    assertThat(booking.text("reason")).isEqualTo("RAIN");
    assertThat(place(waiting, "2026-07-08").code()).isEqualTo("not-waiting");
    assertThat(bed.call(bookAny(waiting, SITE, "2026-07-08")).code()).isEqualTo("session-closed");
    assertThat(bed.session(SITE, "2026-07-08").text("reason")).isEqualTo("SESSION_CLOSED");

    HttpCall reopening =
        HttpCall.of("POST /sites/{siteId}/sessions/{date}/reopening", SITE, "2026-07-08")
            .by(warden);
    assertThat(bed.call(reopening).status()).isEqualTo(200);
    assertThat(bed.call(reopening).code()).isEqualTo("session-open");
    assertThat(bed.call(bookAny(waiting, SITE, "2026-07-08")).status()).isEqualTo(201);
  }

  private List<HttpAnswer> fill(String night, String prefix) throws Exception {
    List<HttpCall> calls = new ArrayList<>();
    for (int n = 0; n < STALLS; n++) {
      calls.add(bookAny(bed.citizen(prefix + "-" + n), SITE, night));
    }
    List<HttpAnswer> answers = bed.together(calls);
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    return answers;
  }

  private HttpAnswer giveBack(HttpAnswer booking) {
    String holder = booking.text("personId").replace("person-", "");
    return bed.call(cancel(bed.citizen(holder), booking.text("bookingId")));
  }

  private static HttpCall waitingList(String method, String night) {
    return HttpCall.of(method + " /sites/{siteId}/sessions/{date}/waiting-list", SITE, night);
  }

  /** Whoever joins does so a moment after the one before. */
  private HttpAnswer join(TestCaller caller, String night) {
    bed.clock.advance(Duration.ofMillis(1));
    return bed.call(waitingList("POST", night).by(caller).json(Map.of("trade", "TOYS")));
  }

  private HttpAnswer leave(TestCaller caller, String night) {
    return bed.call(waitingList("DELETE", night).by(caller));
  }

  private HttpAnswer place(TestCaller caller, String night) {
    return bed.call(waitingList("GET", night).by(caller));
  }

  private HttpAnswer answer(TestCaller caller, HttpAnswer place, String answer) {
    return bed.call(
        HttpCall.of("POST /stall-offers/{offerId}/" + answer, place.text("offerId")).by(caller));
  }

  private void sweep() {
    schedule.invoke(
        "{\"schedule\": \"sweep-waiting-lists\", \"scheduledTime\": \""
            + bed.clock.instant()
            + "\"}");
  }
}
