package org.jiuye.stall.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.book;
import static org.jiuye.stall.StallTestBed.bookAny;
import static org.jiuye.stall.StallTestBed.cancel;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class CancelBookingTest {
  private static final String SITE = "apricot-park";

  private final StallTestBed bed = new StallTestBed();

  @AfterAll
  void close() {
    bed.close();
  }

  @BeforeEach
  void noon() {
    bed.clock.moveTo(StallTestBed.NOON);
  }

  @Test
  void aCancelledStallIsFreeAndTheBookingIsKept() {
    TestCaller wang = bed.citizen("wang");
    String bookingId = bed.call(book(wang, SITE, "2026-07-08", "A010")).text("bookingId");

    HttpAnswer cancelled = bed.call(cancel(wang, bookingId));

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(cancelled.body().path("version").asInt()).isEqualTo(2);
    HttpAnswer found = bed.call(HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(wang));
    assertThat(found.body()).isEqualTo(cancelled.body());
    assertThat(bed.call(HttpCall.of("GET /stall-bookings").by(wang)).body().path("items"))
        .containsExactly(cancelled.body());
    assertThat(bed.call(book(bed.citizen("next"), SITE, "2026-07-08", "A010")).status())
        .isEqualTo(201);
    assertThat(bed.call(book(wang, SITE, "2026-07-08", "A011")).status()).isEqualTo(201);
    assertThat(bed.call(cancel(wang, bookingId)).code()).isEqualTo("not-cancellable");
  }

  @Test
  void whoCancelsLateMayComeBackThatNightButTheNightCounts() {
    TestCaller li = bed.citizen("li");
    for (String night : List.of("2026-07-02", "2026-07-03", "2026-07-04")) {
      assertThat(bed.call(bookAny(li, SITE, night)).status()).isEqualTo(201);
    }
    String tonight = bed.call(bookAny(li, SITE, "2026-07-01")).text("bookingId");
    bed.clock.moveTo("2026-07-01T13:00:00+08:00");

    assertThat(bed.call(cancel(li, tonight)).text("state")).isEqualTo("LATE_CANCELLED");
    assertThat(bed.call(bookAny(li, SITE, "2026-07-01")).code()).isEqualTo("weekly-limit");
  }

  @Test
  void aSessionThatHasBegunCannotBeCancelled() {
    TestCaller sun = bed.citizen("sun");
    String tonight = bed.call(bookAny(sun, SITE, "2026-07-01")).text("bookingId");
    bed.clock.moveTo("2026-07-01T18:00:00+08:00");
    assertThat(bed.call(cancel(sun, tonight)).code()).isEqualTo("not-cancellable");
  }

  @Test
  void cancelledManyTimesAtOnceItIsCancelledOnce() throws Exception {
    TestCaller qian = bed.citizen("qian");
    String bookingId = bed.call(bookAny(qian, SITE, "2026-07-05")).text("bookingId");
    try (var _ = bed.cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 0.5, 3)) {
      List<HttpAnswer> answers =
          bed.together(IntStream.range(0, 40).mapToObj(n -> cancel(qian, bookingId)).toList());
      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.code().equals("not-cancellable")))
          .hasSize(39);
    }
    assertThat(bed.partition("STALL#SESSION#" + SITE + "#2026-07-05"))
        .extracting(item -> Items.text(item, "sk"))
        .containsExactly("ENDED#" + bookingId);
    assertThat(week("person-qian", "2026-W27")).containsEntry("count", "0");
  }

  @Test
  void aKeyMakesACancellationSafeToRepeat() {
    TestCaller zhou = bed.citizen("zhou");
    String bookingId = bed.call(bookAny(zhou, SITE, "2026-07-06")).text("bookingId");
    HttpCall call = cancel(zhou, bookingId).header("idempotency-key", "cancel-1");
    HttpAnswer first = bed.call(call);
    HttpAnswer again = bed.call(call);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    String other = bed.call(bookAny(zhou, SITE, "2026-07-06")).text("bookingId");
    assertThat(bed.call(cancel(zhou, other).header("idempotency-key", "cancel-1")).code())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void nothingElseIsTakenInTheBody() {
    TestCaller wu = bed.citizen("wu");
    String bookingId = bed.call(bookAny(wu, SITE, "2026-07-07")).text("bookingId");
    assertThat(bed.call(cancel(wu, bookingId).json(Map.of("state", "CONFIRMED"))).code())
        .isEqualTo("invalid-request");
    assertThat(bed.call(cancel(wu, bookingId).json(Map.of())).status()).isEqualTo(200);
  }

  private Map<String, String> week(String personId, String isoWeek) {
    return bed.partition("STALL#PERSON#" + personId).stream()
        .filter(item -> Items.text(item, "sk").endsWith(isoWeek))
        .findAny()
        .map(item -> Map.of("count", Long.toString(Items.number(item, "count"))))
        .orElseThrow();
  }
}
