package org.jiuye.local.lambda;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Queue;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Takes events whose answers nobody waits for, and handles them as Lambda does. They are kept in
 * memory alone.
 */
public final class AsyncInvocations implements Closeable {

  private static final Logger LOGGER = System.getLogger(AsyncInvocations.class.getName());

  private final FunctionRuntimes functions;
  private final SqsClient sqs;
  private final Map<String, String> queueUrls;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("async").factory());

  /** Prepares to take events for the template's functions. */
  public AsyncInvocations(CloudTemplate template, FunctionRuntimes functions, SqsClient sqs) {
    this.functions = functions;
    this.sqs = sqs;
    this.queueUrls =
        template.queues().stream().collect(Collectors.toUnmodifiableMap(Queue::arn, Queue::url));
  }

  /**
   * Takes an event, which cannot fail here as it may in the cloud, and returns.
   *
   * @param payload JSON, as the AWS service that calls would send it
   */
  public void handOver(LambdaFunction function, byte[] payload) {
    AsyncEvent event =
        new AsyncEvent(
            function,
            functions.of(function.logicalId()),
            payload,
            InstantSource.system(),
            destination(function));
    threads.execute(() -> event.run(this::stopsWithin));
  }

  private Optional<Consumer<String>> destination(LambdaFunction function) {
    return function
        .asyncInvocation()
        .onFailureArn()
        .map(arn -> Objects.requireNonNull(queueUrls.get(arn), arn))
        .map(url -> record -> send(function, url, record));
  }

  private void send(LambdaFunction function, String queueUrl, String record) {
    try {
      sqs.sendMessage(message -> message.queueUrl(queueUrl).messageBody(record));
    } catch (SdkException exception) {
      LOGGER.log(
          Level.ERROR,
          function.logicalId() + ": the record of an event given up is lost",
          exception);
    }
  }

  private boolean stopsWithin(Duration duration) {
    try {
      return stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Lets running invocations end; what waits to be tried again is lost. */
  @Override
  public void close() {
    stop.countDown();
    threads.close();
  }
}
