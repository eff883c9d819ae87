package org.jiuye.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.support.CapturedLog;
import org.jiuye.shared.support.LambdaContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class QueueFunctionTest {
  private static final String SECRET = "130529199001011237";
  private static final int PLENTY = 30_000;

  private final List<Event> handled = new ArrayList<>();

  @Test
  void handsEveryEventOnAndNamesNoFailure() {
    Event first = event("first");
    Event second = event("second");

    String answer = call(handled::add, batch(first.toJson(), second.toJson()), PLENTY);

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handled).containsExactly(first, second);
  }

  @Test
  void thoseThatFailComeAgainAndTheOthersAreDone() {
    String answer =
        call(
            event -> {
              if (event.subject().startsWith("bad")) {
                throw new IllegalStateException(SECRET);
              }
              handled.add(event);
            },
            batch(event("a").toJson(), event("bad").toJson(), event("b").toJson()),
            PLENTY);

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-1\"}]}");
    assertThat(handled).extracting(Event::subject).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "not json", "{\"specversion\":\"1.0\"}"})
  void aBodyThatIsNoEventFailsAlone(String body) {
    String answer = call(handled::add, batch(body, event("b").toJson()), PLENTY);

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-0\"}]}");
    assertThat(handled).hasSize(1);
  }

  @Test
  void aMessageWithoutABodyFailsAlone() {
    ObjectNode batch = sample("x");
    ((ObjectNode) batch.withArray("Records").get(0)).remove("body");

    assertThat(call(handled::add, batch.toString(), PLENTY)).contains("message-0");
  }

  @Test
  void whenTimeRunsOutTheRestComesAgain() {
    String answer = call(handled::add, batch(event("a").toJson(), event("b").toJson()), 600);

    assertThat(answer)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"message-0\"},"
                + "{\"itemIdentifier\":\"message-1\"}]}");
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"Records\": []}",
        "{\"Records\": null}",
        "{\"Records\": [null]}",
        "{\"Records\": \"130529199001011237\"}",
        "{\"Records\": [{\"messageId\": \"1\", \"body\": \"130529199001011237\"}]}",
        "{\"Records\": [{\"body\": \"130529199001011237\", \"eventSource\": \"aws:sqs\"}]}",
        "{\"Records\": [{\"eventID\": \"1\", \"eventSource\": \"aws:dynamodb\","
            + " \"dynamodb\": {\"Keys\": {\"pk\": {\"S\": \"130529199001011237\"}}}}]}",
        "{\"version\": \"2.0\", \"routeKey\": \"POST /\", \"body\": \"130529199001011237\"}",
        "{\"schedule\": \"130529199001011237\", \"scheduledTime\": \"2026-07-01T08:00:00Z\"}",
        "{\"Records\": [{\"messageId\": 130529199001011237X}]}"
      })
  void whatIsNoEventOfAQueueFailsTheInvocationAndIsNotQuoted(String event) {
    try (CapturedLog log = CapturedLog.open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call(handled::add, event, PLENTY))
          .withNoCause()
          .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(SECRET));
      assertThat(log.text()).doesNotContain(SECRET);
    }
    assertThat(handled).isEmpty();
  }

  @Test
  void anEventInAListIsNone() {
    String event = batch(event("a").toJson());

    for (String list : List.of("[" + event + "]", " \n[[" + event + "]]")) {
      assertThatIllegalArgumentException().isThrownBy(() -> call(handled::add, list, PLENTY));
    }
    assertThat(call(handled::add, " \n" + event, PLENTY)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handled).hasSize(1);
  }

  @Test
  void theLogNamesTheMessageAndNothingOfWhatItHeld() {
    try (CapturedLog log = CapturedLog.open()) {
      call(
          event -> {
            throw new IllegalStateException(event.toJson());
          },
          batch(event(SECRET).toJson(), "x" + SECRET, "{\"id\": x" + SECRET + "}"),
          PLENTY);

      assertThat(log.text())
          .contains("message-0", "message-1", "message-2", "IllegalStateException")
          .doesNotContain(SECRET);
    }
  }

  private static Event event(String subject) {
    return Event.of(
        "/stall-booking",
        "org.jiuye.stall.booking-confirmed.v1",
        subject,
        OffsetDateTime.parse("2026-07-01T19:00:00+08:00"),
        1,
        Map.of());
  }

  private static String call(EventHandler handler, String event, int remainingMillis) {
    byte[] answer =
        new QueueFunction(handler)
            .apply(
                MessageBuilder.<InputStream>withPayload(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)))
                    .setHeader("aws-context", new LambdaContext(remainingMillis))
                    .build());
    return new String(answer, StandardCharsets.UTF_8);
  }

  private static String batch(String... bodies) {
    return sample(bodies).toString();
  }

  /** An event as SQS sends it, with one message for each body. */
  private static ObjectNode sample(String... bodies) {
    try (InputStream file = QueueFunctionTest.class.getResourceAsStream("sqs-event.json")) {
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(file));
      ArrayNode records = event.withArray("Records");
      ObjectNode template = (ObjectNode) records.remove(0);
      for (String body : bodies) {
        ObjectNode message = template.deepCopy();
        message.put("messageId", "message-" + records.size());
        message.put("body", body);
        records.add(message);
      }
      return event;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
