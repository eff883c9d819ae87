package org.jiuye.shared.invocation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * Replaces Spring's own source of messages, which nobody uses here and which makes the JDK load its
 * data on all languages.
 */
final class NoMessages implements MessageSource {
  @Override
  public @Nullable String getMessage(
      String code, Object @Nullable [] arguments, @Nullable String text, @Nullable Locale locale) {
    return text;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    throw new NoSuchMessageException(code);
  }

  @Override
  public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
    throw new NoSuchMessageException(String.valueOf(message));
  }
}
