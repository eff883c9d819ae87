package org.jiuye.local.lambda;

/** How an invocation of a function ended. */
public sealed interface Invocation {

  /**
   * The function answered.
   *
   * @param payload its answer, JSON; handed on as it is, never compared
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Succeeded(byte[] payload) implements Invocation {}

  /**
   * The function threw.
   *
   * @param errorType the exception's class
   * @param errorMessage its message, empty where it has none
   */
  record Failed(String errorType, String errorMessage) implements Invocation {}

  /** The function did not answer within its time. */
  record TimedOut() implements Invocation {}

  /** The function did not run: as many invocations as it may have at once are running. */
  record Throttled() implements Invocation {}

  /** Whether the function answered. */
  default boolean succeeded() {
    return this instanceof Succeeded;
  }
}
