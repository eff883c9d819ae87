package org.jiuye.shared.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void outsideOfInvocationsThereAreThreeSeconds() {
    assertThat(Deadline.remaining()).isEqualTo(Duration.ofSeconds(3));
    assertThat(Deadline.ensure(Deadline::remaining))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void theTimeRunsAndNeverGetsNegative() {
    Duration left = Deadline.within(Duration.ofMinutes(1), Deadline::remaining);

    assertThat(left).isPositive().isLessThan(Duration.ofMinutes(1));
    assertThat(Deadline.<Duration>within(Duration.ofSeconds(-5), Deadline::remaining)).isZero();
    assertThat(Deadline.<Duration>within(Duration.ZERO, Deadline::remaining)).isZero();
  }

  @Test
  void anInvocationsTimeIsNotStretchedWithin() {
    Duration left =
        Deadline.within(Duration.ofMillis(5), () -> Deadline.ensure(Deadline::remaining));

    assertThat(left).isLessThanOrEqualTo(Duration.ofMillis(5));
  }
}
