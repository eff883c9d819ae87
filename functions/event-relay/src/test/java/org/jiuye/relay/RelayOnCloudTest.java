package org.jiuye.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.relay.StreamJson.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.emulators.gateway.Faults.Injection;
import org.jiuye.emulators.gateway.ServiceCall;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the table's real stream to real queues, by the role that the template gives. */
@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class RelayOnCloudTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  private final RelayTestBed bed = new RelayTestBed();

  @BeforeEach
  void begin() {
    bed.begin();
  }

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void everyEventOfAnItemsHistoryIsSentAsItWasWritten() {
    List<Event> events = List.of(event("b1", 1), event("b1", 2), event("b1", 3), event("b2", 1));
    bed.write("b1", List.of(events.get(0)));
    bed.write("b1", List.of(events.get(1), events.get(2)));
    bed.write("b2", List.of(events.get(3)));

    List<JsonNode> records = bed.records();

    assertThat(records).hasSize(3);
    assertThat(bed.relay(records)).isEmpty();
    assertThat(bodies(bed.takeNotifications())).containsExactlyInAnyOrderElementsOf(json(events));
    assertThat(bed.takeParked()).isEmpty();
  }

  @Test
  void twoHundredWritesAtOnceAreTwoHundredMessages() throws Exception {
    List<Event> events = IntStream.range(0, 200).mapToObj(n -> event("b" + n, 1)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writes = new ArrayList<>();
      for (Event event : events) {
        writes.add(threads.submit(() -> bed.write(event.subject(), List.of(event))));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    }

    List<JsonNode> records = bed.records();
    for (int from = 0; from < records.size(); from += 100) {
      assertThat(bed.relay(records.subList(from, Math.min(from + 100, records.size())))).isEmpty();
    }

    assertThat(bodies(bed.takeNotifications())).containsExactlyInAnyOrderElementsOf(json(events));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLING", "INTERNAL_ERROR", "LOST_REPLY"})
  void troublesOfTheQueueLoseNothing(Fault fault) {
    List<Event> events = write(40);

    try (Injection trouble = bed.cloud.faults().inject(fault, 0.5, 5, RelayOnCloudTest::isSend)) {
      assertThat(bed.relay(bed.records())).isEmpty();
      assertThat(trouble.hits()).isPositive();
    }

    List<String> bodies = bodies(bed.takeNotifications());
    assertThat(bodies.stream().distinct()).containsExactlyInAnyOrderElementsOf(json(events));
    if (fault != Fault.LOST_REPLY) {
      assertThat(bodies).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatWasReadAndNotSentComesAgain() {
    List<Event> events = write(12);
    List<JsonNode> records = bed.records();

    try (Injection _ =
        bed.cloud.faults().inject(Fault.INTERNAL_ERROR, 1, 5, RelayOnCloudTest::isSend)) {
      assertThat(bed.relayWithin(SHORT, records))
          .containsExactly(sequenceNumber(records.getFirst()));
    }
    assertThat(bed.takeNotifications()).isEmpty();

    assertThat(bed.relay(records)).isEmpty();
    assertThat(bodies(bed.takeNotifications())).containsExactlyInAnyOrderElementsOf(json(events));
  }

  @Test
  void whatWasSentWithoutTheRelayKnowingIsSentAgainUnderTheSameId() {
    List<Event> events = write(12);
    List<JsonNode> records = bed.records();

    try (Injection _ =
        bed.cloud.faults().inject(Fault.LOST_REPLY, 1, 5, RelayOnCloudTest::isSend)) {
      assertThat(bed.relayWithin(SHORT, records))
          .containsExactly(sequenceNumber(records.getFirst()));
    }
    assertThat(bed.relay(records)).isEmpty();

    List<String> bodies = bodies(bed.takeNotifications());
    assertThat(bodies).hasSizeGreaterThan(12);
    assertThat(bodies.stream().distinct()).containsExactlyInAnyOrderElementsOf(json(events));
  }

  @Test
  void identicalBatchesAtOnceSendTheSameEvents() throws Exception {
    List<Event> events = write(20);
    List<JsonNode> records = bed.records();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> one = threads.submit(() -> bed.relay(records));
      Future<List<String>> other = threads.submit(() -> bed.relay(records));
      assertThat(one.get()).isEmpty();
      assertThat(other.get()).isEmpty();
    }

    List<String> bodies = bodies(bed.takeNotifications());
    assertThat(bodies).hasSize(40);
    assertThat(bodies.stream().distinct()).containsExactlyInAnyOrderElementsOf(json(events));
  }

  @Test
  void aRecordThatCannotBeReadIsParkedWholeWhileTheOthersAreSent() {
    write(3);
    List<JsonNode> records = new ArrayList<>(bed.records());
    ObjectNode broken = (ObjectNode) records.get(1).deepCopy();
    ((ObjectNode) broken.at("/dynamodb/NewImage")).remove(Outbox.EVENTS);
    records.set(1, broken);

    assertThat(bed.relay(records)).isEmpty();

    assertThat(bed.takeNotifications()).hasSize(2);
    Message parked = bed.takeParked().getFirst();
    assertThat(Json.MAPPER.readTree(parked.body())).isEqualTo(broken);
    assertThat(Objects.requireNonNull(parked.messageAttributes().get("reason")).stringValue())
        .isEqualTo("no-outbox");
  }

  private List<Event> write(int count) {
    List<Event> events = IntStream.range(0, count).mapToObj(n -> event("b" + n, 1)).toList();
    events.forEach(event -> bed.write(event.subject(), List.of(event)));
    return events;
  }

  private static boolean isSend(ServiceCall call) {
    return call.operation().equals("SendMessageBatch");
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private static List<String> json(List<Event> events) {
    return events.stream().map(Event::toJson).toList();
  }

  private static String sequenceNumber(JsonNode record) {
    return StreamRecords.sequenceNumber(record).orElseThrow();
  }
}
