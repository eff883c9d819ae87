package org.jiuye.stall.session.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingIdTest {
  @Test
  void anIdSaysWhereItsBookingIsKept() {
    BookingId id = new BookingId("people-park", LocalDate.of(2026, 7, 1), "A012", "k7m3q5x2");
    assertThat(id).hasToString("people-park.20260701.A012.k7m3q5x2");
    assertThat(BookingId.parse(id.toString())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "people-park",
        "people-park.20260231.A012.k7m3q5x2",
        "people-park.20261301.A012.k7m3q5x2",
        "people-park.20260701.A12.k7m3q5x2",
        "people-park.20260701.A012.K7M3Q5X2",
        "people-park.20260701.A012.k7m3q5x2#",
        "people#park.20260701.A012.k7m3q5x2",
        "people-park.20260701.A012.k7m3q5x2.x"
      })
  void whatHasAnotherFormIsNoId(String text) {
    assertThat(BookingId.parse(text)).isEmpty();
  }
}
