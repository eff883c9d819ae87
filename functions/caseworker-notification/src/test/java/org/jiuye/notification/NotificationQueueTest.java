package org.jiuye.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jiuye.notification.StallEvents.cancelled;
import static org.jiuye.notification.StallEvents.confirmed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.emulators.gateway.Faults.Injection;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.table.Items;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each test has a town, and so an inbox, of its own. */
@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class NotificationQueueTest {
  private final InboxTestBed bed = new InboxTestBed();

  @AfterAll
  void close() {
    bed.close();
  }

  @Test
  void everyEventIsOneMessageAtItsTimeHoweverOftenAndInWhateverOrderItComes() {
    String town = "130529200";
    List<Event> events = new ArrayList<>();
    for (int minute = 10; minute < 40; minute++) {
      events.add(confirmed("c" + minute, "2026-07-01T19:" + minute + ":00+08:00", town));
      events.add(cancelled("x" + minute, "2026-07-01T19:" + minute + ":30.5+08:00", town));
    }
    List<Event> deliveries = new ArrayList<>();
    IntStream.range(0, 3).forEach(_ -> deliveries.addAll(events));
    Collections.shuffle(deliveries, new Random(3));

    assertThat(bed.deliverAll(deliveries)).isZero();

    assertThat(bed.inbox(town))
        .extracting(item -> Items.text(item, "eventId"))
        .containsExactlyElementsOf(events.stream().map(Event::id).toList());
    assertThat(bed.inbox(town).getFirst().get("sk"))
        .extracting(AttributeValue::s)
        .asString()
        .startsWith("2026-07-01T11:10:00.000Z#");
  }

  @Test
  void aMessageThatWasReadStaysReadWhenItsEventComesAgain() {
    String town = "130529101";
    Event event = confirmed("read-1", "2026-07-01T19:00:00+08:00", town);
    bed.deliverAll(List.of(event));
    String id = Items.text(bed.inbox(town).getFirst(), "notificationId");
    bed.read(bed.caseworker(town), id);
    List<Map<String, AttributeValue>> before = bed.inbox(town);

    assertThat(bed.deliverAll(List.of(event))).isZero();

    assertThat(bed.inbox(town)).isEqualTo(before);
    assertThat(Items.text(before.getFirst(), "state")).isEqualTo("READ");
  }

  @Test
  void aMessagePinsItsTemplateAndHoldsNothingAboutThePerson() {
    String town = "130529102";
    bed.deliverAll(List.of(confirmed("pin-1", "2026-07-01T19:00:00+08:00", town)));

    Map<String, AttributeValue> item = bed.inbox(town).getFirst();

    assertThat(Items.text(item, "template")).isEqualTo("stall-booking-confirmed");
    assertThat(Items.number(item, "templateVersion")).isEqualTo(1);
    assertThat(Items.text(item, "recipientId")).isEqualTo("person-caseworker-" + town);
    assertThat(Items.number(item, "eventVersion")).isEqualTo(1);
    assertThat(Items.text(item, "state")).isEqualTo("UNREAD");
    assertThat(item).doesNotContainKey("readAt");
    assertThat(item.toString()).doesNotContain(StallEvents.HOLDER);
  }

  @Test
  void whatConcernsAPersonGoesToThatPersonsInboxToo() {
    Event event = StallEvents.suspended("own-1", "2026-07-01T19:00:00+08:00");

    assertThat(bed.deliverAll(List.of(event, event))).isZero();

    assertThat(bed.inboxOf(StallEvents.HOLDER))
        .filteredOn(item -> Items.text(item, "eventId").equals("own-1"))
        .extracting(item -> Items.text(item, "template"))
        .containsExactly("frontage-suspended");
    assertThat(bed.inbox(StallEvents.TOWN))
        .filteredOn(item -> Items.text(item, "eventId").equals("own-1"))
        .hasSize(1);
    TestCaller holder = TestCaller.of("shopkeeper", "employer", "");
    assertThat(bed.list(holder.linkedTo(bed.cloud, StallEvents.HOLDER)).body().path("items"))
        .isNotEmpty();
  }

  @Test
  void anEmployersPersonAndANamedWorkerHearOfItThemselvesAndNobodyElseDoes() {
    String time = "2026-07-01T19:00:00+08:00";
    List<Event> events =
        List.of(
            StallEvents.employerVerified("market-1", time),
            StallEvents.employerRejected("market-2", time),
            StallEvents.withdrawn("market-3", time),
            StallEvents.hireReported("market-4", time));

    assertThat(bed.deliverAll(events)).isZero();
    assertThat(bed.deliverAll(events)).isZero();

    assertThat(bed.inboxOf(StallEvents.HOLDER))
        .filteredOn(item -> Items.text(item, "eventId").startsWith("market-"))
        .extracting(item -> Items.text(item, "template"))
        .containsExactlyInAnyOrder(
            "employer-verified", "employer-rejected", "stall-withdrawn", "hire-reported");
    assertThat(eventsIn(bed.inbox(StallEvents.TOWN)))
        .doesNotContain("market-1", "market-2", "market-3", "market-4");
  }

  @Test
  void aLockedCodeReachesCaseworkersAndWardensAndAnOfferItsHolderAlone() {
    String time = "2026-07-01T19:00:00+08:00";
    Event locked = StallEvents.checkInLocked("locked-1", time);
    Event offered = StallEvents.offered("offered-1", time);

    assertThat(bed.deliverAll(List.of(locked, offered))).isZero();

    assertThat(eventsIn(bed.inbox(StallEvents.TOWN))).contains("locked-1");
    assertThat(eventsIn(bed.inbox(StallEvents.TOWN))).doesNotContain("offered-1");
    assertThat(eventsIn(bed.inboxOf("person-warden-" + StallEvents.TOWN)))
        .containsExactly("locked-1");
    assertThat(eventsIn(bed.inboxOf(StallEvents.HOLDER))).contains("offered-1");
    assertThat(eventsIn(bed.inboxOf(StallEvents.HOLDER))).doesNotContain("locked-1");
  }

  @Test
  void aReferredLoanCaseReachesTheBanksPeopleAndTheLoanDeskAndNobodyElse() {
    bed.deliver(List.of(LoanEvents.referred("e1", "2026-07-01T17:00:00+08:00").toJson()));

    assertThat(bed.inboxOf(LoanEvents.BANK_CLERK))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .containsEntry("template", AttributeValue.fromS("loan-case-for-bank")));
    assertThat(bed.inboxOf("person-bank-second")).hasSize(1);
    assertThat(bed.inbox("130529"))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .containsEntry("template", AttributeValue.fromS("loan-case-referred")));
    assertThat(bed.inbox("130529100"))
        .as("a town's desk")
        .noneMatch(
            message -> AttributeValue.fromS("loan-case-referred").equals(message.get("template")));
  }

  @Test
  void aMessageThatCannotBeHandledFailsAlone() {
    String town = "130529103";
    String time = "2026-07-01T19:00:00+08:00";
    String good = confirmed("good-1", time, town).toJson();

    List<Integer> failed =
        bed.deliver(
            List.of(
                good,
                "{",
                "",
                "[" + good + "]",
                good.replace("\"1.0\"", "\"0.3\""),
                good.replace("2026-07-01\"", "2026-02-30\""),
                confirmed("nobody-1", time, "999999100").toJson(),
                StallEvents.event("new-1", "org.jiuye.stall.site-closed.v1", "s", 1, time, Map.of())
                    .toJson(),
                confirmed("good-2", time, town).toJson()));

    // The seventh is of a type that is not known yet: it waits, and is not dropped.
    assertThat(failed).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(bed.inbox(town))
        .extracting(item -> Items.text(item, "eventId"))
        .containsExactlyInAnyOrder("good-1", "good-2");
  }

  @Test
  void aMessageFailsUntilSomebodyServesTheDivision() {
    String division = "130530100";
    String body = confirmed("early-1", "2026-07-01T19:00:00+08:00", division).toJson();
    assertThat(bed.deliver(List.of(body))).containsExactly(0);

    bed.appoint(division);

    assertThat(bed.deliver(List.of(body))).isEmpty();
    assertThat(bed.inbox(division)).hasSize(1);
  }

  @Test
  void identicalBatchesAtOnceHaveOneEffect() throws Exception {
    String town = "130529104";
    List<String> bodies =
        IntStream.range(10, 20)
            .mapToObj(n -> confirmed("same-" + n, "2026-07-01T19:" + n + ":00+08:00", town))
            .map(Event::toJson)
            .toList();

    List<List<Integer>> failed =
        InboxTestBed.together(Collections.nCopies(20, () -> bed.deliver(bodies)));

    assertThat(failed).allSatisfy(positions -> assertThat(positions).isEmpty());
    assertThat(bed.inbox(town)).hasSize(10);
  }

  @Test
  void twoHundredEventsAtOnceAreTwoHundredMessages() throws Exception {
    String town = "130529105";
    List<Callable<List<Integer>>> deliveries = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      String body = confirmed("many-" + number, "2026-07-01T19:00:00+08:00", town).toJson();
      deliveries.add(() -> bed.deliver(List.of(body)));
    }

    assertThat(InboxTestBed.together(deliveries))
        .allSatisfy(positions -> assertThat(positions).isEmpty());
    assertThat(bed.inbox(town)).hasSize(200);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void troublesOfTheTableChangeNothing(Fault fault) {
    String town = "130529106";
    List<Event> events =
        IntStream.range(10, 30)
            .mapToObj(n -> confirmed(fault + "-" + n, "2026-07-01T19:" + n + ":00+08:00", town))
            .toList();
    int before = bed.inbox(town).size();

    try (Injection trouble = bed.cloud.faults().inject(fault, 0.5, 11)) {
      assertThat(bed.deliverAll(events)).isZero();
      assertThat(trouble.hits()).isPositive();
    }

    assertThat(bed.inbox(town)).hasSize(before + 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"Records\": []}",
        "[{\"messageId\": \"1\", \"eventSource\": \"aws:sqs\"}]",
        "{\"Records\": [{\"messageId\": \"1\", \"eventSource\": \"aws:dynamodb\"}]}"
      })
  void whatIsNoEventOfAQueueIsRefused(String event) {
    assertThatIllegalArgumentException().isThrownBy(() -> bed.queue.invoke(event));
  }

  private static List<String> eventsIn(List<Map<String, AttributeValue>> inbox) {
    return inbox.stream().map(item -> Items.text(item, "eventId")).toList();
  }
}
