package org.jiuye.local.lambda;

import java.io.Serial;

/** A function of the template did not start; the message names it and says why. */
public final class FunctionStartException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  FunctionStartException(String logicalId, String reason) {
    super("%s did not start: %s".formatted(logicalId, reason));
  }

  FunctionStartException(String logicalId, Throwable cause) {
    super("%s did not start: %s".formatted(logicalId, innermost(cause)), cause);
  }

  private static Throwable innermost(Throwable throwable) {
    Throwable innermost = throwable;
    for (Throwable cause = throwable; cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    return innermost;
  }
}
