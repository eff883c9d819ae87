package org.jiuye.local.clock;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {

  private static final Instant THEN = Instant.parse("2026-12-01T00:00:00Z");

  private final MovableClock clock = new MovableClock();

  @Test
  void showsRealTimeUntilItIsSet() {
    assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, SECONDS));
    assertThat(clock.isSet()).isFalse();
  }

  @Test
  void startsAtTheInstantThatItIsSetToAndRunsOn() {
    clock.set(THEN);
    Instant first = clock.instant();
    assertThat(first).isBetween(THEN, THEN.plusSeconds(5));
    assertThat(clock.isSet()).isTrue();
    await().until(() -> clock.instant().isAfter(first));
  }

  @Test
  void givesTheRealTimeBack() {
    clock.set(THEN);
    clock.reset();
    assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, SECONDS));
    assertThat(clock.isSet()).isFalse();
    assertThat(clock.read().jumps()).isEqualTo(2);
  }
}
