package org.jiuye.shared.aws;

/**
 * The table or KMS gave no verdict within the invocation's time, because transactions kept
 * colliding or calls were throttled. Nothing is known to be wrong; the same request may succeed in
 * a moment.
 */
public final class ContentionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String MESSAGE = "No verdict within the invocation's time";

  public ContentionException(Throwable cause) {
    super(MESSAGE, cause);
  }

  /** Somebody else was faster as often as there was time to look again. */
  public ContentionException() {
    super(MESSAGE);
  }
}
