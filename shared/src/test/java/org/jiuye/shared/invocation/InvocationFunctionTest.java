package org.jiuye.shared.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jiuye.shared.support.LambdaContext;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class InvocationFunctionTest {
  private final AtomicReference<Duration> left = new AtomicReference<>(Duration.ZERO);
  private final InvocationFunction function =
      new InvocationFunction() {
        @Override
        protected byte[] invoke(byte[] event) {
          left.set(Deadline.remaining());
          return event;
        }
      };

  @Test
  void keepsTimeBackForTheAnswer() {
    function.apply(message(60_000));

    assertThat(left.get()).isLessThanOrEqualTo(Duration.ofMillis(59_300)).isPositive();
  }

  @Test
  void noTimeLeftIsNoTimeNotADebt() {
    function.apply(message(500));

    assertThat(left.get()).isZero();
  }

  @Test
  void withoutAContextThereAreTenSeconds() {
    function.apply(MessageBuilder.withPayload(stream("x")).build());

    assertThat(left.get()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void handsTheBytesOnAsTheyAre() {
    assertThat(function.apply(MessageBuilder.withPayload(stream("[夜市")).build()))
        .isEqualTo("[夜市".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEventThatCannotBeReadFailsTheInvocation() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatThrownBy(() -> function.apply(MessageBuilder.withPayload(closed).build()))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static Message<InputStream> message(int remainingMillis) {
    return MessageBuilder.withPayload(stream("x"))
        .setHeader("aws-context", new LambdaContext(remainingMillis))
        .build();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
