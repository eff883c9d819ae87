package org.jiuye.stall.standing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jiuye.stall.site.model.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {
  private static final SitePolicy.NoShowPolicy THREE_IN_SIXTY =
      new SitePolicy.NoShowPolicy(3, 60, 30);

  @ParameterizedTest
  @CsvSource({
    "2026-06-01 2026-06-02,",
    // The sixtieth day counts, the one after does not.
    "2026-06-01 2026-06-02 2026-07-30,2026-06-01 2026-06-02 2026-07-30",
    "2026-06-01 2026-06-02 2026-07-31,",
    "2026-06-01 2026-07-31 2026-08-01 2026-08-02,2026-07-31 2026-08-01 2026-08-02",
    // Settled late and out of order.
    "2026-08-02 2026-06-01 2026-08-01 2026-07-31,2026-07-31 2026-08-01 2026-08-02",
    "2026-06-01 2026-06-02 2026-06-03 2026-06-04,2026-06-01 2026-06-02 2026-06-03"
  })
  void threeNightsWithinSixtyDaysBar(String nights, String barring) {
    assertThat(
            Standings.barring(strikes(nights), THREE_IN_SIXTY).stream()
                .flatMap(List::stream)
                .map(Strike::date))
        .isEqualTo(barring == null ? List.of() : dates(barring).toList());
  }

  @Test
  void whatHasLedToABarOrWasExcusedCountsNoMore() {
    List<Strike> strikes =
        List.of(
            strike(LocalDate.of(2026, 6, 1), Strike.State.USED),
            strike(LocalDate.of(2026, 6, 2), Strike.State.EXCUSED),
            strike(LocalDate.of(2026, 6, 3), Strike.State.COUNTED),
            strike(LocalDate.of(2026, 6, 4), Strike.State.COUNTED));
    assertThat(Standings.barring(strikes, THREE_IN_SIXTY)).isEmpty();
  }

  private static List<Strike> strikes(String nights) {
    return dates(nights).map(night -> strike(night, Strike.State.COUNTED)).toList();
  }

  private static Strike strike(LocalDate night, Strike.State state) {
    return new Strike("booking-" + night, "park", night, state);
  }

  private static Stream<LocalDate> dates(String nights) {
    return Arrays.stream(nights.split(" ")).map(LocalDate::parse);
  }
}
