package org.jiuye.shared.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void outside_of_invocations_there_are_three_seconds() {
    assertThat(Deadline.remaining()).isEqualTo(Duration.ofSeconds(3));
    assertThat(Deadline.ensure(Deadline::remaining))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void the_time_runs_and_never_gets_negative() {
    Duration left = Deadline.within(Duration.ofMinutes(1), Deadline::remaining);

    assertThat(left).isPositive().isLessThan(Duration.ofMinutes(1));
    assertThat(Deadline.<Duration>within(Duration.ofSeconds(-5), Deadline::remaining)).isZero();
    assertThat(Deadline.<Duration>within(Duration.ZERO, Deadline::remaining)).isZero();
  }

  @Test
  void an_invocations_time_is_not_stretched_within() {
    Duration left =
        Deadline.within(Duration.ofMillis(5), () -> Deadline.ensure(Deadline::remaining));

    assertThat(left).isLessThanOrEqualTo(Duration.ofMillis(5));
  }
}
