package org.jiuye.local.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads a stream's shards in order: a shard only after the one it came from. Not safe for several
 * threads.
 */
final class StreamShards {

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final StreamPositions positions;
  private final Map<String, String> iterators = new HashMap<>();
  private List<Shard> shards = List.of();

  /**
   * What a read gave.
   *
   * @param next where to read on, empty at the shard's end
   */
  record Read(String shardId, List<Record> records, Optional<String> next) {}

  StreamShards(DynamoDbStreamsClient streams, String streamArn, StreamPositions positions) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.positions = positions;
  }

  /** The shards to read now: not yet read to their end, while their parents have been. */
  List<String> readable() {
    List<String> readable = open();
    if (readable.isEmpty()) {
      refresh();
      readable = open();
    }
    return readable;
  }

  private List<String> open() {
    Set<String> unfinished = new HashSet<>();
    for (Shard shard : shards) {
      if (!positions.of(shard.shardId()).finished()) {
        unfinished.add(shard.shardId());
      }
    }
    return shards.stream()
        .filter(shard -> unfinished.contains(shard.shardId()))
        .filter(shard -> !unfinished.contains(shard.parentShardId()))
        .map(Shard::shardId)
        .toList();
  }

  private void refresh() {
    List<Shard> all = new ArrayList<>();
    String last = null;
    do {
      String from = last;
      DescribeStreamResponse page =
          streams.describeStream(
              request -> request.streamArn(streamArn).exclusiveStartShardId(from));
      all.addAll(page.streamDescription().shards());
      last = page.streamDescription().lastEvaluatedShardId();
    } while (last != null);
    shards = List.copyOf(all);
    positions.keepOnly(shards.stream().map(Shard::shardId).toList());
  }

  /** Reads on in a shard; the same again until {@link #advance} is called. */
  Read read(String shardId, int atMost) {
    try {
      String iterator = iterators.computeIfAbsent(shardId, this::iterator);
      GetRecordsResponse response =
          streams.getRecords(request -> request.shardIterator(iterator).limit(atMost));
      return new Read(
          shardId, response.records(), Optional.ofNullable(response.nextShardIterator()));
    } catch (ExpiredIteratorException | TrimmedDataAccessException exception) {
      // Read on from the saved position, or from the oldest record that is still there.
      iterators.remove(shardId);
      return new Read(shardId, List.of(), Optional.of(iterator(shardId)));
    } catch (ResourceNotFoundException exception) {
      // The shard has been trimmed away.
      return new Read(shardId, List.of(), Optional.empty());
    }
  }

  /** Goes on behind what was read. */
  void advance(Read read) {
    read.next()
        .ifPresentOrElse(
            next -> iterators.put(read.shardId(), next),
            () -> {
              iterators.remove(read.shardId());
              positions.finished(read.shardId());
              shards = List.of();
            });
  }

  /** Forgets what was read since the saved position, so that reading goes on from there. */
  void rewind(String shardId) {
    iterators.remove(shardId);
  }

  private String iterator(String shardId) {
    String after = positions.of(shardId).after();
    if (after.isEmpty()) {
      return oldest(shardId);
    }
    try {
      return streams
          .getShardIterator(
              request ->
                  request
                      .streamArn(streamArn)
                      .shardId(shardId)
                      .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                      .sequenceNumber(after))
          .shardIterator();
    } catch (TrimmedDataAccessException exception) {
      return oldest(shardId);
    }
  }

  private String oldest(String shardId) {
    return streams
        .getShardIterator(
            request ->
                request
                    .streamArn(streamArn)
                    .shardId(shardId)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }
}
