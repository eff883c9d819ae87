package org.jiuye.local.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.Invocation;

/** Invokes a function for a request, and answers in its place when it does not. */
final class Integration {

  /** The longest that an HTTP API waits for a function; the function itself goes on. */
  static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  /** What Lambda takes and gives at most in one invocation. */
  private static final int PAYLOAD_BYTES = 6 * 1024 * 1024;

  private final Duration timeLimit;

  Integration(Duration timeLimit) {
    this.timeLimit = timeLimit;
  }

  HttpAnswer call(FunctionRuntime function, byte[] event) {
    if (event.length > PAYLOAD_BYTES) {
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    FutureTask<Invocation> invocation = new FutureTask<>(() -> function.invoke(event));
    Thread.ofVirtual().name("http-invocation-" + function.logicalId()).start(invocation);
    try {
      return answer(invocation.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return HttpAnswer.message(503, "Service Unavailable");
    } catch (ExecutionException broken) {
      throw new IllegalStateException(
          "The function " + function.logicalId() + " could not be invoked", broken.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return HttpAnswer.message(503, "Service Unavailable");
    }
  }

  private static HttpAnswer answer(Invocation invocation) {
    return switch (invocation) {
      case Invocation.Succeeded succeeded when succeeded.payload().length <= PAYLOAD_BYTES ->
          LambdaAnswer.read(succeeded.payload()).orElseGet(Integration::failure);
      case Invocation.Succeeded _ -> failure();
      // A function that ran out of its own time has failed, as the gateway sees it.
      case Invocation.Failed _, Invocation.TimedOut _ -> failure();
      case Invocation.Throttled _ -> HttpAnswer.message(503, "Service Unavailable");
    };
  }

  private static HttpAnswer failure() {
    return HttpAnswer.message(500, "Internal Server Error");
  }
}
