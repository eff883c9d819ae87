package org.jiuye.relay;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.relay.model.Subscriptions;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.table.Items;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCloud;
import org.springframework.messaging.support.MessageBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

/** The relay with the template's role, between the template's table and queues. */
final class RelayTestBed implements AutoCloseable {
  private static final String FUNCTION = "EventRelayFunction";

  final EmulatedCloud cloud = TestCloud.start();
  private final FunctionHarness relay =
      FunctionHarness.start(
          cloud, FUNCTION, RelayFunctions.class, MovableClock.at("2026-07-01T20:00:00+08:00"));
  private final Map<String, String> settings = cloud.environmentOf(FUNCTION);
  private final AtomicInteger scenes = new AtomicInteger();

  /** Leaves what was written and sent so far behind. */
  void begin() {
    scenes.incrementAndGet();
    takeNotifications();
    takeParked();
  }

  /** Stores an item with events under a key of its own. */
  void write(String sort, List<Event> events) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS(partition()));
    item.put("sk", AttributeValue.fromS(sort));
    cloud.dynamoDb().putItem(put -> put.tableName(table()).item(Outbox.attach(item, events)));
  }

  /** What was written since the beginning, as Lambda hands it on from the stream. */
  List<JsonNode> records() {
    DynamoDbStreamsClient streams = cloud.streams();
    String stream =
        cloud.dynamoDb().describeTable(table -> table.tableName(table())).table().latestStreamArn();
    List<JsonNode> records = new ArrayList<>();
    for (Shard shard :
        streams.describeStream(request -> request.streamArn(stream)).streamDescription().shards()) {
      String iterator =
          streams
              .getShardIterator(
                  request ->
                      request
                          .streamArn(stream)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      GetRecordsResponse page;
      do {
        String position = iterator;
        page = streams.getRecords(request -> request.shardIterator(position));
        page.records().stream()
            .filter(record -> partition().equals(Items.text(record.dynamodb().keys(), "pk")))
            .map(RelayTestBed::json)
            .forEach(records::add);
        iterator = page.nextShardIterator();
      } while (iterator != null && !page.records().isEmpty());
    }
    return records;
  }

  /** Relays a batch; gives back the sequence numbers that it names as unsent. */
  List<String> relay(List<JsonNode> records) {
    return unsent(relay.invoke(StreamJson.batch(records)));
  }

  /** The same by an invocation that has little time left. */
  List<String> relayWithin(Duration time, List<JsonNode> records) {
    // What a function keeps back of its time for the answer comes on top.
    int millis = Math.toIntExact(time.toMillis()) + 700;
    Context context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) ->
                    method.getName().equals("getRemainingTimeInMillis") ? millis : "");
    return unsent(
        Objects.requireNonNull(relay.bean(RelayFunction.class))
            .apply(
                MessageBuilder.withPayload(
                        (InputStream) new ByteArrayInputStream(StreamJson.batch(records)))
                    .setHeader("aws-context", context)
                    .build()));
  }

  /** Takes all messages from the queue of notifications. */
  List<Message> takeNotifications() {
    Subscriptions subscriptions =
        Subscriptions.parse(
            Objects.requireNonNull(settings.get("SUBSCRIPTIONS")),
            Objects.requireNonNull(settings.get("PARKING_QUEUE_URL")));
    return take(subscriptions.queuesFor("org.jiuye.stall.booking-confirmed.v1").iterator().next());
  }

  /** Takes all messages from the parking queue. */
  List<Message> takeParked() {
    return take(Objects.requireNonNull(settings.get("PARKING_QUEUE_URL")));
  }

  private List<Message> take(String queueUrl) {
    List<Message> all = new ArrayList<>();
    List<Message> some;
    do {
      some =
          cloud
              .sqs()
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(queueUrl)
                          .maxNumberOfMessages(10)
                          .messageAttributeNames("All")
                          .waitTimeSeconds(0))
              .messages();
      some.forEach(
          message ->
              cloud
                  .sqs()
                  .deleteMessage(
                      request ->
                          request.queueUrl(queueUrl).receiptHandle(message.receiptHandle())));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private String partition() {
    return "STALL#TEST#" + scenes.get();
  }

  private String table() {
    return cloud.template().tables().getFirst().name();
  }

  private static List<String> unsent(byte[] answer) {
    return Json.MAPPER
        .readTree(answer)
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").stringValue())
        .toList();
  }

  private static JsonNode json(Record record) {
    Map<String, Object> change = new HashMap<>();
    change.put("Keys", StreamJson.json(record.dynamodb().keys()));
    change.put("NewImage", StreamJson.json(record.dynamodb().newImage()));
    if (record.dynamodb().hasOldImage()) {
      change.put("OldImage", StreamJson.json(record.dynamodb().oldImage()));
    }
    change.put("SequenceNumber", record.dynamodb().sequenceNumber());
    change.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    return Json.MAPPER.valueToTree(
        Map.of(
            "eventID", record.eventID(),
            "eventName", record.eventNameAsString(),
            "eventSource", record.eventSource(),
            "awsRegion", "cn-north-1",
            "dynamodb", change));
  }

  @Override
  public void close() {
    relay.close();
    cloud.close();
  }
}
