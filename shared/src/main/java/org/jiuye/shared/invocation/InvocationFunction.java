package org.jiuye.shared.invocation;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * The front door of every function. It takes Lambda's raw bytes, because whatever Spring Cloud
 * Function makes of an event can be forged by that event, and it sets the {@link Deadline}.
 */
public abstract class InvocationFunction implements Function<Message<InputStream>, byte[]> {
  private static final String CONTEXT_HEADER = "aws-context";

  /** Time reserved for writing the answer before Lambda ends the invocation. */
  private static final Duration RESERVE = Duration.ofMillis(700);

  private static final Duration WITHOUT_CONTEXT = Duration.ofSeconds(10);

  /**
   * Handles one event.
   *
   * @return the answer's bytes, JSON
   * @throws IllegalArgumentException where this function does not take such events
   */
  protected abstract byte[] invoke(byte[] event);

  @Override
  public final byte[] apply(Message<InputStream> message) {
    byte[] event = read(message.getPayload());
    return Deadline.within(
        timeLeft(message.getHeaders().get(CONTEXT_HEADER, Context.class)), () -> invoke(event));
  }

  private static Duration timeLeft(@Nullable Context context) {
    if (context == null) {
      return WITHOUT_CONTEXT;
    }
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static byte[] read(InputStream payload) {
    try (payload) {
      return payload.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
