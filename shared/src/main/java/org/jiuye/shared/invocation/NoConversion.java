package org.jiuye.shared.invocation;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.json.JsonMapper;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.converter.MessageConverter;
import org.springframework.messaging.support.GenericMessage;

/**
 * The converter that Spring Cloud Function asks for. It refuses to convert anything, because
 * functions take raw bytes and return raw bytes.
 */
final class NoConversion extends JsonMapper implements MessageConverter {
  @Override
  public @Nullable Object fromMessage(Message<?> message, Class<?> type) {
    throw refused();
  }

  @Override
  public Message<?> toMessage(Object payload, @Nullable MessageHeaders headers) {
    byte[] bytes = toJson(payload);
    return headers == null ? new GenericMessage<>(bytes) : new GenericMessage<>(bytes, headers);
  }

  @Override
  public byte[] toJson(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw refused();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // The overridden method is so.
  protected <T> T doFromJson(Object json, Type type) {
    throw refused();
  }

  @Override
  public String toString(Object value) {
    throw refused();
  }

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("Events and answers are bytes");
  }
}
