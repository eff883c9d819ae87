package org.jiuye.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceWindowTest {
  private static final ServiceWindow NIGHT =
      new ServiceWindow(LocalTime.of(18, 0), Duration.ofHours(9));
  private static final ServiceWindow EVENING =
      new ServiceWindow(LocalTime.of(18, 0), Duration.parse("PT5H30M"));
  private static final ServiceWindow WHOLE_DAY =
      new ServiceWindow(LocalTime.of(19, 0), Duration.ofDays(1));

  @ParameterizedTest
  @CsvSource({
    "2026-07-02T02:00, 2026-07-01",
    "2026-07-02T02:59:59, 2026-07-01",
    "2026-07-02T03:00, 2026-07-02",
    "2026-07-02T12:00, 2026-07-02",
    "2026-07-02T18:00, 2026-07-02",
    "2026-07-02T23:59, 2026-07-02",
    "2026-07-03T00:00, 2026-07-02",
    "2027-01-01T02:00, 2026-12-31",
    "2028-03-01T02:00, 2028-02-29"
  })
  void theSmallHoursBelongToYesterday(LocalDateTime moment, LocalDate serviceDate) {
    assertThat(NIGHT.serviceDateOf(at(moment))).isEqualTo(serviceDate);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-02T00:30, 2026-07-02",
    "2026-07-02T23:29:59, 2026-07-02",
    "2026-07-02T23:30, 2026-07-03",
    "2026-12-31T23:45, 2027-01-01"
  })
  void aMomentBetweenTwoServicesBelongsToTheNext(LocalDateTime moment, LocalDate serviceDate) {
    assertThat(EVENING.serviceDateOf(at(moment))).isEqualTo(serviceDate);
  }

  @ParameterizedTest
  @CsvSource({"2026-07-02T18:59:59, 2026-07-01", "2026-07-02T19:00, 2026-07-02"})
  void aWindowOfAWholeDayHasNoGap(LocalDateTime moment, LocalDate serviceDate) {
    assertThat(WHOLE_DAY.serviceDateOf(at(moment))).isEqualTo(serviceDate);
  }

  @Test
  void opensAndClosesOnTheCountysClocks() {
    LocalDate date = LocalDate.of(2026, 7, 1);

    assertThat(NIGHT.opensOn(date)).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    assertThat(NIGHT.closesOn(date)).isEqualTo(Instant.parse("2026-07-01T19:00:00Z"));
    assertThat(NIGHT.contains(date, NIGHT.opensOn(date))).isTrue();
    assertThat(NIGHT.contains(date, NIGHT.opensOn(date).minusNanos(1))).isFalse();
    assertThat(NIGHT.contains(date, NIGHT.closesOn(date).minusNanos(1))).isTrue();
    assertThat(NIGHT.contains(date, NIGHT.closesOn(date))).isFalse();
  }

  @Test
  void everyMomentBelongsToTheServiceThatRunsOrToTheNextToOpen() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      ServiceWindow window =
          new ServiceWindow(
              LocalTime.ofSecondOfDay(random.nextInt(86_400)),
              Duration.ofSeconds(1 + random.nextInt(86_400)));
      Instant moment =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
      LocalDate date = window.serviceDateOf(moment);

      assertThat(moment).isBefore(window.closesOn(date));
      assertThat(moment).isAfterOrEqualTo(window.closesOn(date.minusDays(1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1H", "PT24H0.000000001S", "P2D"})
  void lastsMoreThanNothingAndAtMostADay(Duration duration) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServiceWindow(LocalTime.NOON, duration));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(CountyTime.ZONE).toInstant();
  }
}
