package org.jiuye.local.source;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jiuye.local.source.StreamShards.Read;
import org.jiuye.template.LambdaFunction.StreamSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Hands a stream's records to a function in batches, each shard's in order, and remembers how far
 * it came.
 */
final class StreamPoller implements Closeable {

  private static final Logger LOGGER = System.getLogger(StreamPoller.class.getName());

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final StreamSource source;
  private final StreamShards shards;
  private final StreamPositions positions;
  private final StreamEvents events;
  private final EventFilter filter;
  private final StreamBatch batch;
  private final StopSignal stop;
  private final Thread thread;

  StreamPoller(
      String name,
      StreamSource source,
      StreamShards shards,
      StreamPositions positions,
      StreamEvents events,
      StreamBatch batch,
      StopSignal stop) {
    this.source = source;
    this.shards = shards;
    this.positions = positions;
    this.events = events;
    this.filter = new EventFilter(source.filterPatterns());
    this.batch = batch;
    this.stop = stop;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::poll);
  }

  /** Finds the starting position, so that what is written after this call is delivered. */
  void start() {
    if (!positions.isBegun()) {
      if (source.startingPosition().equals("LATEST")) {
        skipAll();
      }
      positions.begin();
    }
    thread.start();
  }

  private void skipAll() {
    boolean skipped;
    do {
      skipped = false;
      for (String shardId : shards.readable()) {
        Read read = shards.read(shardId, source.batchSize());
        skipped |= !read.records().isEmpty() || read.next().isEmpty();
        complete(read);
      }
    } while (skipped);
  }

  private void poll() {
    while (!stop.isRaised()) {
      try {
        boolean found = false;
        for (String shardId : shards.readable()) {
          found |= pollShard(shardId);
        }
        if (!found) {
          stop.await(POLL);
        }
      } catch (SdkException | UncheckedIOException exception) {
        LOGGER.log(Level.WARNING, "cannot read " + source.streamArn(), exception);
        stop.await(PAUSE_AFTER_FAILURE);
      }
    }
  }

  private boolean pollShard(String shardId) {
    Read read = shards.read(shardId, source.batchSize());
    List<Record> wanted =
        read.records().stream().filter(record -> filter.passes(events.record(record))).toList();
    boolean all = false;
    try {
      all =
          wanted.isEmpty()
              || batch.deliver(
                  shardId,
                  wanted,
                  record -> positions.deliveredUpTo(shardId, record.dynamodb().sequenceNumber()));
    } finally {
      if (!all) {
        shards.rewind(shardId);
      }
    }
    if (all) {
      complete(read);
    }
    return !read.records().isEmpty();
  }

  private void complete(Read read) {
    if (!read.records().isEmpty()) {
      positions.deliveredUpTo(read.shardId(), read.records().getLast().dynamodb().sequenceNumber());
    }
    shards.advance(read);
  }

  /** Lets the running invocation end. */
  @Override
  public void close() {
    stop.raise();
    try {
      thread.join();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }
}
