package org.jiuye.shared.aws;

/**
 * The table or KMS gave no verdict within the invocation's time, because transactions kept
 * colliding or calls were throttled. Nothing is known to be wrong; the same request may succeed in
 * a moment.
 */
public final class ContentionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ContentionException(Throwable cause) {
    super("No verdict within the invocation's time", cause);
  }
}
