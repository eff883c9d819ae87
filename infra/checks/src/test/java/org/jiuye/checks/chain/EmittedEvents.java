package org.jiuye.checks.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the table's stream itself: what the relay had to send, whether it has or not. */
final class EmittedEvents {
  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final Map<String, Optional<String>> iterators = new HashMap<>();
  private final List<String> events = new ArrayList<>();
  private final StringBuilder images = new StringBuilder();

  EmittedEvents(DynamoDbStreamsClient streams, String streamArn) {
    this.streams = streams;
    this.streamArn = streamArn;
  }

  /** Every event so far, as JSON. */
  synchronized List<String> all() {
    readOn();
    return List.copyOf(events);
  }

  /** The types of the events about a thing, in their order. */
  List<String> typesAbout(String subject) {
    return all().stream()
        .map(Event::read)
        .filter(event -> event.subject().equals(subject))
        .map(Event::type)
        .toList();
  }

  /** What each event is about. */
  Stream<String> subjects() {
    return all().stream().map(json -> Event.read(json).subject());
  }

  /** Every image of an item that the stream ever showed. */
  synchronized String images() {
    readOn();
    return images.toString();
  }

  private void readOn() {
    for (Shard shard :
        streams
            .describeStream(request -> request.streamArn(streamArn))
            .streamDescription()
            .shards()) {
      iterators.computeIfAbsent(shard.shardId(), id -> Optional.of(beginning(id)));
    }
    iterators.replaceAll((_, iterator) -> iterator.flatMap(this::readToEnd));
  }

  private Optional<String> readToEnd(String from) {
    Optional<String> iterator = Optional.of(from);
    while (iterator.isPresent()) {
      String here = iterator.get();
      GetRecordsResponse page = streams.getRecords(request -> request.shardIterator(here));
      page.records().forEach(this::read);
      iterator = Optional.ofNullable(page.nextShardIterator());
      if (page.records().isEmpty()) {
        return iterator;
      }
    }
    return iterator;
  }

  private void read(Record record) {
    Map<String, AttributeValue> after = record.dynamodb().newImage();
    Map<String, AttributeValue> before = record.dynamodb().oldImage();
    images.append(before).append(after).append('\n');
    Set<String> known =
        outbox(before).stream()
            .map(entry -> Stored.text(entry, Outbox.EVENT_ID))
            .collect(Collectors.toCollection(HashSet::new));
    outbox(after).stream()
        .filter(entry -> known.add(Stored.text(entry, Outbox.EVENT_ID)))
        .forEach(entry -> events.add(Stored.text(entry, Outbox.EVENT_JSON)));
  }

  private static List<Map<String, AttributeValue>> outbox(Map<String, AttributeValue> image) {
    AttributeValue entries = image.get(Outbox.EVENTS);
    return entries == null ? List.of() : entries.l().stream().map(AttributeValue::m).toList();
  }

  private String beginning(String shardId) {
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
