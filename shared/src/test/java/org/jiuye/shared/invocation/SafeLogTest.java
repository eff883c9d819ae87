package org.jiuye.shared.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeLogTest {
  private static final String SECRET = "130529199001011237";

  @Test
  void tellsClassesAndPlacesAndNoMessage() {
    RuntimeException failure =
        new IllegalStateException(SECRET, new NumberFormatException("For input: " + SECRET));
    failure.addSuppressed(new IllegalArgumentException(SECRET));

    assertThat(SafeLog.describe(failure))
        .contains(
            "java.lang.IllegalStateException",
            "caused by java.lang.NumberFormatException",
            "SafeLogTest.tellsClassesAndPlacesAndNoMessage")
        .doesNotContain(SECRET);
  }

  @Test
  void endsHoweverLongTheChainOfCausesIs() {
    RuntimeException first = new IllegalStateException(SECRET);
    RuntimeException second = new IllegalArgumentException(SECRET, first);
    first.initCause(second);

    assertThat(SafeLog.describe(second)).hasSizeLessThan(20_000).doesNotContain(SECRET);
  }

  @Test
  void aFailureWithoutATraceIsToldToo() {
    class Bare extends RuntimeException {
      private static final long serialVersionUID = 1;

      Bare() {
        super(SECRET, null, false, false);
      }
    }

    assertThat(SafeLog.describe(new Bare())).contains("Bare").doesNotContain(SECRET);
  }
}
