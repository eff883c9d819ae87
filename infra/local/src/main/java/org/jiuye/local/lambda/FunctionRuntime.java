package org.jiuye.local.lambda;

/** A function of the template, ready to be invoked. */
public interface FunctionRuntime {

  /** What a runtime is doing. */
  enum State {
    STARTING,
    READY,
    STOPPED
  }

  /** The function's name in the template. */
  String logicalId();

  /**
   * Invokes the function and waits for its answer. Any thread may call, many at once.
   *
   * @param event JSON, as the AWS service that calls would send it
   */
  Invocation invoke(byte[] event);

  /** What the runtime is doing. */
  State state();
}
