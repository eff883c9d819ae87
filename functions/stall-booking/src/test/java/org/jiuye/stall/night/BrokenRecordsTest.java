package org.jiuye.stall.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** Records that do not fit together, as nothing in the suite ever leaves them. */
class BrokenRecordsTest {
  private static final TestCaller WARDEN = TestCaller.of("warden", "warden", "130529100");

  @Test
  void aCheckInEndsInsteadOfLookingAgainUntilItsTimeIsOver() {
    try (StallTestBed bed = new StallTestBed()) {
      HttpAnswer booking =
          bed.call(StallTestBed.book(bed.citizen("a"), "apricot-park", "2026-07-01", "A006"));
      bed.loseHoldersCopy(booking);
      bed.clock.moveTo("2026-07-01T18:30:00+08:00");
      HttpCall look = HttpCall.of("GET /stall-bookings/{bookingId}", booking.text("bookingId"));
      HttpCall checkIn =
          HttpCall.of("POST /stall-bookings/{bookingId}/check-in", booking.text("bookingId"))
              .by(WARDEN)
              .json(Map.of("code", booking.text("code")));
      long start = System.nanoTime();

      HttpAnswer answer = bed.call(checkIn);

      assertThat(answer.code()).isEqualTo("internal-error");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(bed.call(look.by(WARDEN)).text("state")).isEqualTo("CONFIRMED");
    }
  }
}
