package org.jiuye.stall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Every version of every item, in the order of the writes, from the table's stream. */
public final class TableHistory {
  private TableHistory() {}

  /**
   * One write of one item.
   *
   * @param before empty where there was none
   * @param after empty where it was removed
   */
  public record Change(
      Key key, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    public Optional<String> before(String attribute) {
      return Optional.ofNullable(before.get(attribute)).map(AttributeValue::s);
    }

    public Optional<String> after(String attribute) {
      return Optional.ofNullable(after.get(attribute)).map(AttributeValue::s);
    }

    /** What this write told others. */
    public List<Event> events() {
      AttributeValue told = after.get(Outbox.EVENTS);
      if (told == null || after(Outbox.ID).equals(before(Outbox.ID))) {
        return List.of();
      }
      return told.l().stream()
          .map(entry -> Event.read(Items.text(entry.m(), Outbox.EVENT_JSON)))
          .toList();
    }
  }

  public static List<Change> of(OneSite bed) {
    DynamoDbStreamsClient streams = bed.cloud.streams();
    String arn =
        bed.cloud
            .dynamoDb()
            .describeTable(describe -> describe.tableName(bed.tableName))
            .table()
            .latestStreamArn();
    List<Record> records = new ArrayList<>();
    for (Shard shard :
        streams.describeStream(describe -> describe.streamArn(arn)).streamDescription().shards()) {
      read(streams, arn, shard, records);
    }
    return records.stream()
        .sorted(Comparator.comparing(record -> new BigInteger(record.dynamodb().sequenceNumber())))
        .map(TableHistory::change)
        .toList();
  }

  private static void read(
      DynamoDbStreamsClient streams, String arn, Shard shard, List<Record> records) {
    String iterator =
        streams
            .getShardIterator(
                request ->
                    request
                        .streamArn(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    while (iterator != null) {
      String from = iterator;
      var page = streams.getRecords(request -> request.shardIterator(from));
      records.addAll(page.records());
      iterator = page.records().isEmpty() ? null : page.nextShardIterator();
    }
  }

  private static Change change(Record record) {
    return new Change(
        Key.of(record.dynamodb().keys()),
        record.dynamodb().hasOldImage() ? record.dynamodb().oldImage() : Map.of(),
        record.dynamodb().hasNewImage() ? record.dynamodb().newImage() : Map.of());
  }
}
