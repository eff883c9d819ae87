package org.jiuye.shared.invocation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes failures for the log. The messages of exceptions may quote a body, a key or a token, so
 * only their classes and the places in the code are written.
 */
public final class SafeLog {
  private static final int FRAMES = 12;
  private static final int CAUSES = 5;

  private SafeLog() {}

  /** The classes of a failure and its causes, each with its places in the code. */
  public static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
      text.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      text.append(
          Arrays.stream(cause.getStackTrace())
              .limit(FRAMES)
              .map(frame -> "\n  at " + frame)
              .collect(Collectors.joining()));
    }
    return text.toString();
  }
}
