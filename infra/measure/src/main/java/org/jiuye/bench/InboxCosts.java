package org.jiuye.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiuye.bench.Lab.SiteStalls;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.notification.NotificationFunctions;
import org.jiuye.shared.event.Outbox;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.table.Items;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.ItemSize;
import org.jiuye.testing.TestCaller;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the inbox costs: messages put, listed and read. */
final class InboxCosts implements AutoCloseable {
  private static final String DATE = "2026-07-08";
  private static final int MESSAGES = 10;
  private static final AttributeValue NOTHING = AttributeValue.fromL(List.of());

  private final Lab lab;
  private final UnitCosts costs;
  private final FunctionHarness queue;
  private final FunctionHarness http;

  InboxCosts(Lab lab, UnitCosts costs) {
    this.lab = lab;
    this.costs = costs;
    EmulatedCloud cloud = lab.cloud();
    this.queue = start(cloud, "CaseworkerNotificationQueueFunction");
    this.http = start(cloud, "CaseworkerNotificationHttpFunction");
  }

  void measure() {
    SiteStalls site = lab.sites(DATE).getFirst();
    List<String> events =
        site.stallNumbers().subList(0, MESSAGES).stream().map(stall -> event(site, stall)).toList();
    int caseworkers = bytes(lab.items("COUNTY#CASEWORKERS"));
    costs.measure(
        "put a message into an inbox, cold function",
        () -> deliver(events.getFirst()),
        Units.written(1).plus(Units.read(caseworkers)),
        "as warm, and 0.5 x ceil(%,d B / 4096), caseworkers".formatted(caseworkers));
    costs.measure(
        "put a message into an inbox",
        () -> deliver(events.get(1)),
        Units.written(1),
        "1 item within 1,024 B (each town has one caseworker for stalls)");
    events.subList(2, MESSAGES).forEach(this::deliver);

    TestCaller caseworker = caseworker(site);
    HttpCall list = HttpCall.of("GET /notifications").by(caseworker);
    String first = call(list).body().path("items").path(0).path("notificationId").asString("");
    int inbox = bytes(lab.items("NOTICE#INBOX#" + Lab.person(caseworker)));
    costs.measure(
        "list an inbox of " + MESSAGES + " messages",
        () -> call(list),
        Units.read(inbox),
        "0.5 x ceil(%,d B / 4096)".formatted(inbox));
    HttpCall read = HttpCall.of("POST /notifications/{notificationId}/read", first).by(caseworker);
    costs.measure(
        "mark a message as read",
        () -> call(read),
        Units.written(1),
        "1 item within 1,024 B, which answers with the message");
  }

  /** Makes calls that mark a message as read, which is there and unread whenever one is made. */
  Supplier<HttpCall> reading() {
    SiteStalls site = lab.sites(DATE).getFirst();
    deliver(event(site, site.stallNumbers().getLast()));
    TestCaller caseworker = caseworker(site);
    String message =
        call(HttpCall.of("GET /notifications").by(caseworker))
            .body()
            .path("items")
            .path(0)
            .path("notificationId")
            .asString("");
    HttpCall read =
        HttpCall.of("POST /notifications/{notificationId}/read", message).by(caseworker);
    Map<String, AttributeValue> unread =
        lab.items("NOTICE#INBOX#" + Lab.person(caseworker)).getFirst();
    return () -> {
      lab.put(unread);
      return read;
    };
  }

  private HttpAnswer call(HttpCall call) {
    HttpAnswer answer = http.call(call);
    if (answer.status() != 200) {
      throw new IllegalStateException("The inbox answered " + answer.status());
    }
    return answer;
  }

  private void deliver(String event) {
    Map<String, Object> message =
        Map.of("messageId", UUID.randomUUID().toString(), "body", event, "eventSource", "aws:sqs");
    byte[] answer =
        queue.invoke(Json.MAPPER.writeValueAsString(Map.of("Records", List.of(message))));
    if (!Json.MAPPER.readTree(answer).path("batchItemFailures").isEmpty()) {
      throw new IllegalStateException("The message was not taken");
    }
  }

  /** The event that a booking left in the table. */
  private String event(SiteStalls site, String stallNo) {
    TestCaller caller = lab.citizen("inbox" + stallNo);
    lab.call(201, site.book(caller, DATE, stallNo));
    return Stream.of(
            "STALL#PERSON#" + Lab.person(caller), "STALL#SESSION#" + site.siteId() + "#" + DATE)
        .flatMap(partition -> lab.items(partition).stream())
        .filter(item -> item.containsKey(Outbox.EVENTS))
        .flatMap(item -> item.getOrDefault(Outbox.EVENTS, NOTHING).l().stream())
        .map(entry -> Items.text(entry.m(), Outbox.EVENT_JSON))
        .filter(event -> event.contains(Lab.person(caller)))
        .findAny()
        .orElseThrow();
  }

  private TestCaller caseworker(SiteStalls site) {
    String division =
        lab.call(200, HttpCall.of("GET /sites/{siteId}", site.siteId())).text("division");
    return lab.signedIn("caseworker-" + division, "caseworker", division);
  }

  private FunctionHarness start(EmulatedCloud cloud, String logicalId) {
    return FunctionHarness.start(cloud, logicalId, NotificationFunctions.class, lab.clock());
  }

  private static int bytes(List<Map<String, AttributeValue>> items) {
    return items.stream().mapToInt(ItemSize::of).sum();
  }

  @Override
  public void close() {
    queue.close();
    http.close();
  }
}
