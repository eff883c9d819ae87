package org.jiuye.local.source;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.LambdaFunction.QueueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Hands a queue's messages to a function in batches. What the function has dealt with is deleted;
 * the rest becomes visible again by itself, and the queue moves it on when it was received too
 * often.
 */
final class QueuePoller implements Closeable {

  private static final Logger LOGGER = System.getLogger(QueuePoller.class.getName());

  /** Batches at once where the mapping sets no maximum, as Lambda begins with. */
  private static final int DEFAULT_CONCURRENCY = 5;

  private static final int MOST_PER_RECEIVE = 10;
  private static final Duration LONG_POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final QueueSource source;
  private final FunctionRuntime function;
  private final SqsClient sqs;
  private final String queueUrl;
  private final Duration visibilityTimeout;
  private final QueueEvents events;
  private final EventFilter filter;
  private final int concurrency;
  private final Semaphore running;
  private final ExecutorService threads;
  private final StopSignal stop = new StopSignal();

  QueuePoller(
      QueueSource source,
      FunctionRuntime function,
      SqsClient sqs,
      String queueUrl,
      Duration visibilityTimeout) {
    this.source = source;
    this.function = function;
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.visibilityTimeout = visibilityTimeout;
    this.events = new QueueEvents(source.queueArn());
    this.filter = new EventFilter(source.filterPatterns());
    this.concurrency = source.maximumConcurrency().orElse(DEFAULT_CONCURRENCY);
    this.running = new Semaphore(concurrency);
    this.threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name(function.logicalId() + "-queue").factory());
  }

  void start() {
    threads.execute(this::poll);
  }

  private void poll() {
    while (!stop.isRaised()) {
      running.acquireUninterruptibly();
      List<Message> batch = receive();
      if (batch.isEmpty()) {
        running.release();
      } else {
        threads.execute(
            () -> {
              try {
                handle(batch);
              } finally {
                running.release();
              }
            });
      }
    }
  }

  /** A batch: what is there, or what comes within the batching window, up to the batch size. */
  private List<Message> receive() {
    List<Message> batch = new ArrayList<>();
    try {
      batch.addAll(receive(source.batchSize(), LONG_POLL));
      Instant end = Instant.now().plus(source.maximumBatchingWindow());
      while (!batch.isEmpty() && batch.size() < source.batchSize() && !stop.isRaised()) {
        Duration left = Duration.between(Instant.now(), end);
        if (!left.isPositive()) {
          break;
        }
        batch.addAll(
            receive(
                source.batchSize() - batch.size(),
                left.compareTo(LONG_POLL) < 0 ? Duration.ZERO : LONG_POLL));
      }
    } catch (SdkException exception) {
      LOGGER.log(Level.WARNING, "cannot receive from " + queueUrl, exception);
      stop.await(PAUSE_AFTER_FAILURE);
    }
    return batch;
  }

  private List<Message> receive(int atMost, Duration wait) {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(Math.min(MOST_PER_RECEIVE, atMost))
                    .waitTimeSeconds((int) wait.toSeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void handle(List<Message> received) {
    try {
      Map<Boolean, List<Message>> byFilter =
          received.stream()
              .collect(
                  Collectors.partitioningBy(message -> filter.passes(events.filterable(message))));
      // What no filter wants is deleted unseen.
      delete(byFilter.getOrDefault(false, List.of()));
      List<Message> batch = byFilter.getOrDefault(true, List.of());
      if (!batch.isEmpty()) {
        Set<String> failed =
            BatchVerdict.failed(
                invoke(batch),
                source.reportsBatchItemFailures(),
                batch.stream().map(Message::messageId).toList());
        delete(batch.stream().filter(message -> !failed.contains(message.messageId())).toList());
      }
    } catch (SdkException exception) {
      // What could not be deleted comes again.
      LOGGER.log(Level.WARNING, "cannot delete from " + queueUrl, exception);
    }
  }

  /** Waits for a free slot of the function while the batch is not yet visible to others again. */
  private Invocation invoke(List<Message> batch) {
    byte[] event = events.event(batch);
    Instant end = Instant.now().plus(visibilityTimeout.dividedBy(2));
    Invocation invocation = function.invoke(event);
    for (int attempt = 1;
        invocation instanceof Invocation.Throttled && Instant.now().isBefore(end);
        attempt++) {
      if (stop.await(Backoff.after(attempt))) {
        break;
      }
      invocation = function.invoke(event);
    }
    return invocation;
  }

  private void delete(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += MOST_PER_RECEIVE) {
      List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
      for (Message message :
          messages.subList(from, Math.min(messages.size(), from + MOST_PER_RECEIVE))) {
        entries.add(
            DeleteMessageBatchRequestEntry.builder()
                .id(Integer.toString(entries.size()))
                .receiptHandle(message.receiptHandle())
                .build());
      }
      sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    }
  }

  /** Lets the running batches end. */
  @Override
  public void close() {
    stop.raise();
    running.acquireUninterruptibly(concurrency);
    threads.shutdown();
  }
}
