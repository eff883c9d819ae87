package org.jiuye.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiuye.relay.StreamJson.batch;
import static org.jiuye.relay.StreamJson.event;
import static org.jiuye.relay.StreamJson.insert;
import static org.jiuye.relay.StreamJson.item;
import static org.jiuye.relay.StreamJson.sequenceNumber;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jiuye.relay.model.Batches;
import org.jiuye.relay.model.Subscriptions;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RelayFunctionTest {
  private static final String NOTICES = "https://sqs/1/notices";
  private static final String PARKED = "https://sqs/1/parked";

  private final RecordedQueues queues = new RecordedQueues();
  private final RelayFunction relay = relay();

  @Test
  void everyEventIsSentAsItWasWritten() {
    List<Event> events = new ArrayList<>();
    List<JsonNode> records = new ArrayList<>();
    for (int number = 0; number < 25; number++) {
      events.add(event("b" + number, 1));
      records.add(insert(number, item(events.getLast())));
    }

    assertThat(unsent(batch(records))).isEmpty();

    assertThat(queues.bodies())
        .containsExactlyElementsOf(events.stream().map(Event::toJson).toList());
  }

  @Test
  void theFirstRecordThatWasNotSentIsNamed() {
    queues.refusing =
        (_, entry) ->
            entry.messageBody().contains("\"b2\"") || entry.messageBody().contains("\"b4\"");
    List<JsonNode> records = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      records.add(insert(number, item(event("b" + number, 1))));
    }

    List<String> unsent = Deadline.within(Duration.ofMillis(300), () -> unsent(batch(records)));

    assertThat(unsent).containsExactly(sequenceNumber(2));
  }

  @Test
  void aRecordThatCannotBeReadIsParkedWholeWhileTheOthersGoOn() {
    Event before = event("b1", 1);
    Event after = event("b3", 1);
    Map<String, AttributeValue> broken = item(event("b2", 1));
    broken.put(Outbox.EVENTS, AttributeValue.fromS("就"));
    JsonNode record = insert(2, broken);

    assertThat(unsent(batch(insert(1, item(before)), record, insert(3, item(after))))).isEmpty();

    assertThat(bodiesOf(NOTICES)).containsExactly(before.toJson(), after.toJson());
    SendMessageBatchRequestEntry parked = entriesOf(PARKED).getFirst();
    assertThat(Json.MAPPER.readTree(parked.messageBody())).isEqualTo(asRead(record));
    assertThat(attribute(parked, "reason")).isEqualTo("no-outbox");
    assertThat(parked.messageAttributes()).containsOnlyKeys("reason");
  }

  @Test
  void aRecordThatAwsOwnSerializerRefusesIsParked() {
    ObjectNode strange = (ObjectNode) insert(1, item(event("b1", 1))).deepCopy();
    ((ObjectNode) strange.get("dynamodb")).put("NewImage", "not an image");
    ObjectNode foreign = Json.MAPPER.createObjectNode().put("eventSource", "aws:kinesis");

    assertThat(unsent(batch(strange, foreign, insert(3, item(event("b3", 1)))))).isEmpty();

    assertThat(bodiesOf(PARKED)).containsExactly(strange.toString(), foreign.toString());
    assertThat(bodiesOf(NOTICES)).hasSize(1);
  }

  @Test
  void aCharacterThatNoQueueTakesIsEscapedInTheParkedRecord() {
    JsonNode record = insert(1, item(event("b1\uFFFE", 1)));

    assertThat(unsent(batch(record))).isEmpty();

    SendMessageBatchRequestEntry parked = entriesOf(PARKED).getFirst();
    assertThat(parked.messageBody()).isASCII();
    assertThat(Json.MAPPER.readTree(parked.messageBody())).isEqualTo(asRead(record));
    assertThat(attribute(parked, "reason")).isEqualTo("unsendable-text");
  }

  @Test
  void aRecordLargerThanAMessageIsParkedCompressed() throws IOException {
    byte[] noise = new byte[400_000];
    new Random(7).nextBytes(noise);
    String text = Base64.getEncoder().encodeToString(noise);
    Map<String, AttributeValue> before = item(event("b1", 1));
    before.put("noise", AttributeValue.fromS(text));
    Map<String, AttributeValue> after = item(event("b1", 2));
    after.put("noise", AttributeValue.fromS(text + "!"));
    after.put(Outbox.EVENTS, AttributeValue.fromS(""));
    JsonNode record = StreamJson.modify(1, before, after);
    assertThat(record.toString().length()).isGreaterThan(Batches.MOST_BYTES);

    assertThat(unsent(batch(record))).isEmpty();

    SendMessageBatchRequestEntry parked = entriesOf(PARKED).getFirst();
    assertThat(attribute(parked, "encoding")).isEqualTo("gzip+base64");
    try (InputStream json =
        new GZIPInputStream(
            new ByteArrayInputStream(Base64.getDecoder().decode(parked.messageBody())))) {
      assertThat(Json.MAPPER.readTree(json)).isEqualTo(asRead(record));
    }
  }

  @Test
  void aRecordThatCouldNotBeParkedComesAgain() {
    queues.beforeEach =
        number -> {
          if (queues.requests.get(number - 1).queueUrl().equals(PARKED)) {
            throw SqsException.builder().statusCode(403).build();
          }
        };
    Map<String, AttributeValue> broken = item(event("b2", 1));
    broken.remove(Outbox.EVENTS);

    assertThat(unsent(batch(insert(1, item(event("b1", 1))), insert(2, broken))))
        .containsExactly(sequenceNumber(2));
  }

  @Test
  void anEventThatNobodySubscribesToIsNoFailure() {
    Event event = event("org.jiuye.loan.case-referred.v1", "case", 1);

    assertThat(unsent(batch(insert(1, item(event))))).isEmpty();
    assertThat(queues.requests).isEmpty();
  }

  @Test
  void anItemNestedAsDeepAsTheTableAllowsIsRead() {
    AttributeValue deep = AttributeValue.fromBool(true);
    for (int level = 0; level < 31; level++) {
      deep = AttributeValue.fromM(Map.of("a", deep));
    }
    Map<String, AttributeValue> item = item(event("b1", 1));
    item.put("deep", deep);

    assertThat(unsent(batch(insert(1, item)))).isEmpty();
    assertThat(bodiesOf(NOTICES)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "{",
        "[]",
        "[{\"eventSource\": \"aws:dynamodb\"}]",
        "{}",
        "{\"Records\": null}",
        "{\"Records\": {}}",
        "{\"Records\": []}",
        "{\"Records\": [7]}",
        "{\"Records\": [{\"eventSource\": \"aws:sqs\"}]}"
      })
  void whatIsNoEventOfAStreamIsRefused(String event) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> relay.invoke(event.getBytes(StandardCharsets.UTF_8)));
    assertThat(queues.requests).isEmpty();
  }

  private RelayFunction relay() {
    StreamRecords records = new StreamRecords();
    return new RelayFunction(
        records,
        new RelayEvents(
            records,
            new RecordReader(),
            Subscriptions.parse("{\"notices\": [\"org.jiuye.stall.\"]}", PARKED),
            new Parking(PARKED),
            new QueueSender(queues)));
  }

  /** Numbers are the same however they were held. */
  private static JsonNode asRead(JsonNode record) {
    return Json.MAPPER.readTree(record.toString());
  }

  private List<String> unsent(byte[] event) {
    return Json.MAPPER
        .readTree(relay.invoke(event))
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").stringValue())
        .toList();
  }

  private List<SendMessageBatchRequestEntry> entriesOf(String queueUrl) {
    return queues.requests.stream()
        .filter(request -> request.queueUrl().equals(queueUrl))
        .flatMap(request -> request.entries().stream())
        .toList();
  }

  private List<String> bodiesOf(String queueUrl) {
    return entriesOf(queueUrl).stream().map(SendMessageBatchRequestEntry::messageBody).toList();
  }

  private static String attribute(SendMessageBatchRequestEntry entry, String name) {
    return Objects.requireNonNull(entry.messageAttributes().get(name)).stringValue();
  }
}
