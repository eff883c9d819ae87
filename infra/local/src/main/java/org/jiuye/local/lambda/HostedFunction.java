package org.jiuye.local.lambda;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jiuye.template.LambdaFunction;

/** A started function: runs invocations within its time and its reserved concurrency. */
final class HostedFunction implements FunctionRuntime, Closeable {

  /** What an AWS account lets run at once where nothing is reserved. */
  private static final int ACCOUNT_CONCURRENCY = 1000;

  private static final Logger LOGGER = System.getLogger(HostedFunction.class.getName());

  private final LambdaFunction function;
  private final BiFunction<byte[], Map<String, String>, byte[]> host;
  private final Map<String, String> environment;
  private final Semaphore concurrency;
  private final ExecutorService threads;
  private volatile State state = State.READY;

  HostedFunction(
      LambdaFunction function,
      BiFunction<byte[], Map<String, String>, byte[]> host,
      Map<String, String> environment,
      ClassLoader classes) {
    this.function = function;
    this.host = host;
    this.environment = environment;
    this.concurrency = new Semaphore(function.reservedConcurrency().orElse(ACCOUNT_CONCURRENCY));
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              // The name stands in the function's log lines.
              Thread thread = new Thread(task, function.logicalId());
              thread.setDaemon(true);
              thread.setContextClassLoader(classes);
              return thread;
            });
  }

  @Override
  public String logicalId() {
    return function.logicalId();
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public Invocation invoke(byte[] event) {
    if (state != State.READY) {
      return new Invocation.Failed("ServiceException", "the function has been stopped");
    }
    if (!concurrency.tryAcquire()) {
      return new Invocation.Throttled();
    }
    try {
      return await(threads.submit(() -> host.apply(event, context())));
    } finally {
      concurrency.release();
    }
  }

  private Invocation await(Future<byte[]> answer) {
    try {
      return new Invocation.Succeeded(
          answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException exception) {
      answer.cancel(true);
      LOGGER.log(Level.ERROR, "{0} timed out after {1}", logicalId(), function.timeout());
      return new Invocation.TimedOut();
    } catch (ExecutionException exception) {
      return failed(Objects.requireNonNull(exception.getCause()));
    } catch (InterruptedException exception) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Invocation.Failed(InterruptedException.class.getName(), "the caller stopped");
    }
  }

  private Invocation failed(Throwable thrown) {
    Throwable cause =
        thrown instanceof UncheckedIOException unchecked
            ? Objects.requireNonNull(unchecked.getCause())
            : thrown;
    LOGGER.log(Level.ERROR, logicalId() + " failed", cause);
    return new Invocation.Failed(
        cause.getClass().getName(), Objects.requireNonNullElse(cause.getMessage(), ""));
  }

  private Map<String, String> context() {
    return Map.of(
        "awsRequestId", UUID.randomUUID().toString(),
        "functionName", function.name(),
        "functionVersion", "$LATEST",
        "invokedFunctionArn", function.arn(),
        "memoryLimitInMB", Integer.toString(function.memorySize()),
        "logGroupName", environment.getOrDefault("AWS_LAMBDA_LOG_GROUP_NAME", ""),
        "logStreamName", environment.getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", ""),
        "deadline", Instant.now().plus(function.timeout()).toString());
  }

  /** Lets running invocations end, then stops the function. */
  @Override
  public void close() throws IOException {
    state = State.STOPPED;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience().toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException exception) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    ((Closeable) host).close();
  }

  private Duration patience() {
    Duration most = Duration.ofSeconds(30);
    return function.timeout().compareTo(most) < 0 ? function.timeout() : most;
  }
}
