package org.jiuye.stall.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.TickingClock;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** A bar that a person objects to while more nights are missed. */
class ContestedBarTest {
  @Test
  void aBarThatIsObjectedToIsDecidedBeforeTheNextOneComes() {
    TickingClock clock = new TickingClock("2026-06-01T10:00:00+08:00");
    try (OneSite bed = new OneSite(OneSite.site(3, 7, false), clock)) {
      TestCaller vendor = bed.citizen("stubborn");
      missThreeNights(bed, clock, vendor, LocalDate.of(2026, 6, 1));
      bed.call(
          HttpCall.of("POST /stall-bookings/standing/objection")
              .by(vendor)
              .json(Map.of("reason", "ILLNESS")));
      String contested = barId(standing(bed, vendor));

      missThreeNights(bed, clock, vendor, LocalDate.of(2026, 6, 8));
      assertThat(barId(standing(bed, vendor))).isEqualTo(contested);

      bed.call(
          HttpCall.of("POST /stall-bookings/standing/decision")
              .by(OneSite.DESK)
              .json(Map.of("personId", "person-stubborn", "outcome", "LIFTED")));
      HttpAnswer standing = standing(bed, vendor);
      assertThat(barId(standing)).isNotEqualTo(contested);
      assertThat(standing.text("barredUntil")).isEqualTo("2026-07-11");
      assertThat(standing.body().path("strikes").toString())
          .contains("EXCUSED", "\"USED\"")
          .doesNotContain("COUNTED");
      assertThat(bed.partition("STALL#PERSON#person-stubborn"))
          .extracting(item -> Items.text(item, "sk"))
          .contains("BAR#NIGHT_MARKET#" + contested);
    }
  }

  @Test
  void aFurtherBarTakesNobodysObjectionAway() {
    TickingClock clock = new TickingClock("2026-06-01T10:00:00+08:00");
    try (OneSite bed = new OneSite(OneSite.site(3, 7, false), clock)) {
      TestCaller vendor = bed.citizen("hasty");
      LocalDate first = LocalDate.of(2026, 6, 1);
      // Booked before anything was missed: six nights in a row.
      first
          .datesUntil(first.plusDays(6))
          .forEach(
              night -> bed.call(StallTestBed.bookAny(vendor, OneSite.SITE_ID, night.toString())));
      first.datesUntil(first.plusDays(6)).forEach(night -> miss(bed, clock, night));

      assertThat(standing(bed, vendor).body().path("bar").path("strikes")).hasSize(6);

      bed.call(
          HttpCall.of("POST /stall-bookings/standing/objection")
              .by(vendor)
              .json(Map.of("reason", "ILLNESS")));
      bed.call(
          HttpCall.of("POST /stall-bookings/standing/decision")
              .by(OneSite.DESK)
              .json(Map.of("personId", "person-hasty", "outcome", "LIFTED")));
      assertThat(standing(bed, vendor).body().path("strikes").toString())
          .doesNotContain("\"USED\"", "COUNTED");
    }
  }

  @Test
  void anotherCountysStaffSeeNothingOfIt() {
    TickingClock clock = new TickingClock("2026-06-01T10:00:00+08:00");
    try (OneSite bed = new OneSite(OneSite.site(3, 7, false), clock)) {
      missThreeNights(bed, clock, bed.citizen("distant"), LocalDate.of(2026, 6, 1));
      HttpCall standing =
          HttpCall.of("GET /stall-bookings/standing").query("onBehalfOf", "person-distant");

      HttpAnswer here = bed.call(standing.by(OneSite.DESK));
      HttpAnswer elsewhere = bed.call(standing.by(TestCaller.of("far", "caseworker", "130530")));

      assertThat(here.body().path("strikes")).hasSize(3);
      assertThat(here.body().has("bar")).isTrue();
      assertThat(elsewhere.body().path("strikes")).isEmpty();
      assertThat(elsewhere.body().has("bar")).isFalse();
      assertThat(elsewhere.body().has("barredUntil")).isFalse();
    }
  }

  private static void missThreeNights(
      OneSite bed, TickingClock clock, TestCaller vendor, LocalDate first) {
    for (LocalDate night = first; night.isBefore(first.plusDays(3)); night = night.plusDays(1)) {
      clock.moveTo(night + "T12:00:00+08:00");
      HttpCall booking = StallTestBed.bookAny(vendor, OneSite.SITE_ID, night.toString());
      assertThat(bed.call(booking).status()).isEqualTo(201);
      miss(bed, clock, night);
    }
  }

  /** A night on which somebody else is seen. */
  private static void miss(OneSite bed, TickingClock clock, LocalDate night) {
    clock.moveTo(night + "T12:00:00+08:00");
    String date = night.toString();
    HttpAnswer seen =
        bed.call(StallTestBed.bookAny(bed.citizen("seen-" + date), OneSite.SITE_ID, date));
    clock.moveTo(night + "T21:00:00+08:00");
    bed.call(
        HttpCall.of("POST /stall-bookings/{bookingId}/check-in", seen.text("bookingId"))
            .by(OneSite.WARDEN)
            .json(Map.of("code", seen.text("code"))));
    clock.moveTo(night.plusDays(1) + "T02:10:00+08:00");
    bed.run("settle-sessions", clock);
  }

  private static HttpAnswer standing(OneSite bed, TestCaller vendor) {
    return bed.call(HttpCall.of("GET /stall-bookings/standing").by(vendor));
  }

  private static String barId(HttpAnswer standing) {
    return standing.body().path("bar").path("barId").asString();
  }
}
