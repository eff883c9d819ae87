package org.jiuye.shared.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeLogTest {
  private static final String SECRET = "130529199001011237";

  @Test
  void tells_classes_and_places_and_no_message() {
    RuntimeException failure =
        new IllegalStateException(SECRET, new NumberFormatException("For input: " + SECRET));
    failure.addSuppressed(new IllegalArgumentException(SECRET));

    assertThat(SafeLog.describe(failure))
        .contains(
            "java.lang.IllegalStateException",
            "caused by java.lang.NumberFormatException",
            "SafeLogTest.tells_classes_and_places_and_no_message")
        .doesNotContain(SECRET);
  }

  @Test
  void ends_however_long_the_chain_of_causes_is() {
    RuntimeException first = new IllegalStateException(SECRET);
    RuntimeException second = new IllegalArgumentException(SECRET, first);
    first.initCause(second);

    assertThat(SafeLog.describe(second)).hasSizeLessThan(20_000).doesNotContain(SECRET);
  }

  @Test
  void a_failure_without_a_trace_is_told_too() {
    class Bare extends RuntimeException {
      private static final long serialVersionUID = 1;

      Bare() {
        super(SECRET, null, false, false);
      }
    }

    assertThat(SafeLog.describe(new Bare())).contains("Bare").doesNotContain(SECRET);
  }
}
