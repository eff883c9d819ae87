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
  void keeps_time_back_for_the_answer() {
    function.apply(message(5_000));

    assertThat(left.get())
        .isLessThanOrEqualTo(Duration.ofMillis(4_300))
        .isGreaterThan(Duration.ofMillis(3_300));
  }

  @Test
  void no_time_left_is_no_time_not_a_debt() {
    function.apply(message(500));

    assertThat(left.get()).isZero();
  }

  @Test
  void without_a_context_there_are_ten_seconds() {
    function.apply(MessageBuilder.withPayload(stream("x")).build());

    assertThat(left.get()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
  }

  @Test
  void hands_the_bytes_on_as_they_are() {
    assertThat(function.apply(MessageBuilder.withPayload(stream("[夜市")).build()))
        .isEqualTo("[夜市".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_event_that_cannot_be_read_fails_the_invocation() throws IOException {
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
