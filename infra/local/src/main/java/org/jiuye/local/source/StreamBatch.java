package org.jiuye.local.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jiuye.local.lambda.FunctionRuntime;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.LambdaFunction.StreamSource;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Delivers records of one shard to a function, in order: what fails is tried again, alone from the
 * record reported as failed, in halves where the mapping bisects, until it is given up.
 */
final class StreamBatch {

  /** How long a stream keeps records. */
  private static final Duration RETENTION = Duration.ofHours(24);

  private final StreamSource source;
  private final FunctionRuntime function;
  private final StreamEvents events;
  private final GivenUp givenUp;
  private final StopSignal stop;

  StreamBatch(
      StreamSource source,
      FunctionRuntime function,
      StreamEvents events,
      GivenUp givenUp,
      StopSignal stop) {
    this.source = source;
    this.function = function;
    this.events = events;
    this.givenUp = givenUp;
    this.stop = stop;
  }

  /**
   * Delivers a batch.
   *
   * @param dealtWith told of each record up to which all are delivered or given up
   * @return whether all were dealt with; not so when the cloud stops meanwhile
   */
  boolean deliver(String shardId, List<Record> batch, Consumer<Record> dealtWith) {
    Deque<List<Record>> waiting = new ArrayDeque<>();
    waiting.push(batch);
    while (!waiting.isEmpty()) {
      if (!new Part(shardId, waiting.pop(), dealtWith, waiting).deliver()) {
        return false;
      }
    }
    return true;
  }

  /** A part of a batch, with its own count of attempts. */
  private final class Part {

    private final String shardId;
    private final Consumer<Record> dealtWith;
    private final Deque<List<Record>> waiting;
    private List<Record> records;
    private int failures;
    private int invocations;

    Part(
        String shardId,
        List<Record> records,
        Consumer<Record> dealtWith,
        Deque<List<Record>> waiting) {
      this.shardId = shardId;
      this.records = records;
      this.dealtWith = dealtWith;
      this.waiting = waiting;
    }

    /** Whether the part was dealt with or split, and not interrupted by the stop. */
    boolean deliver() {
      while (true) {
        giveUpExpired();
        if (records.isEmpty()) {
          return true;
        }
        if (stop.isRaised()) {
          return false;
        }
        Invocation invocation = function.invoke(events.event(records));
        if (invocation instanceof Invocation.Throttled) {
          stop.await(Backoff.after(++failures));
          continue;
        }
        invocations++;
        int done = deliveredBy(invocation);
        boolean progress = done > 0;
        dropFirst(done);
        if (records.isEmpty()) {
          return true;
        }
        if (progress) {
          failures = 0;
          continue;
        }
        if (source.bisectsBatchOnError() && records.size() > 1) {
          split();
          return true;
        }
        failures++;
        if (source.maximumRetryAttempts().isPresent()
            && failures > source.maximumRetryAttempts().getAsInt()) {
          giveUp(records.size(), GivenUp.Reason.RETRY_ATTEMPTS_EXHAUSTED);
          return true;
        }
        stop.await(Backoff.after(failures));
      }
    }

    /** How many records, from the first, the function has dealt with. */
    private int deliveredBy(Invocation invocation) {
      List<String> ids =
          records.stream().map(record -> record.dynamodb().sequenceNumber()).toList();
      Set<String> failed = BatchVerdict.failed(invocation, source.reportsBatchItemFailures(), ids);
      int index = 0;
      while (index < ids.size() && !failed.contains(ids.get(index))) {
        index++;
      }
      return index;
    }

    private void dropFirst(int count) {
      if (count > 0) {
        dealtWith.accept(records.get(count - 1));
        records = records.subList(count, records.size());
      }
    }

    private void split() {
      int middle = records.size() / 2;
      waiting.push(records.subList(middle, records.size()));
      waiting.push(records.subList(0, middle));
    }

    private void giveUpExpired() {
      Instant oldest = Instant.now().minus(source.maximumRecordAge().orElse(RETENTION));
      int expired = 0;
      while (expired < records.size()
          && records.get(expired).dynamodb().approximateCreationDateTime().isBefore(oldest)) {
        expired++;
      }
      if (expired > 0) {
        giveUp(expired, GivenUp.Reason.RECORD_AGE_EXCEEDED);
      }
    }

    private void giveUp(int count, GivenUp.Reason reason) {
      givenUp.report(shardId, records.subList(0, count), reason, invocations);
      dropFirst(count);
    }
  }
}
