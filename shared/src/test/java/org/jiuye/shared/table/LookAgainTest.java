package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.invocation.Deadline;
import org.junit.jupiter.api.Test;

class LookAgainTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void whatSucceedsIsLookedAtOnce() {
    String result = LookAgain.until(looks::incrementAndGet, now -> Optional.of("look " + now));

    assertThat(result).isEqualTo("look 1");
    assertThat(looks).hasValue(1);
  }

  @Test
  void afterARefusalOneLooksAgain() {
    LookAgain.untilDone(looks::incrementAndGet, now -> now == 5);

    assertThat(looks).hasValue(5);
  }

  @Test
  void whatWasReadBeforeIsTheFirstLook() {
    int result =
        LookAgain.until(
            100, looks::incrementAndGet, now -> now == 100 ? Optional.empty() : Optional.of(now));

    assertThat(result).isEqualTo(1);
  }

  @Test
  void whereNothingChangesItEnds() {
    AtomicInteger acts = new AtomicInteger();

    assertThatExceptionOfType(LookAgain.StuckException.class)
        .isThrownBy(
            () -> LookAgain.untilDone(() -> "the same", _ -> acts.incrementAndGet() > 1_000))
        .withMessageContaining("java.lang.String");
    assertThat(acts).hasValue(LookAgain.MOST_UNCHANGED);
  }

  @Test
  void whatLooksTheSameNowAndThenGoesOn() {
    Iterator<String> seen = List.of("free", "free", "taken", "free", "free", "taken").iterator();

    LookAgain.untilDone(seen::next, _ -> !seen.hasNext());

    assertThat(seen).isExhausted();
  }

  @Test
  void itEndsWithTheInvocationsTime() {
    long start = System.nanoTime();

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(
            () ->
                Deadline.<Object>within(
                    Duration.ofMillis(100),
                    () -> LookAgain.until(looks::incrementAndGet, _ -> Optional.empty())));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void whateverIsThrownPassesThrough() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(
            () ->
                LookAgain.untilDone(
                    looks::incrementAndGet,
                    _ -> {
                      throw new UnsupportedOperationException();
                    }));
  }
}
