package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiuye.checks.chain.Answers.expect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.emulators.gateway.Faults.Injection;
import org.jiuye.emulators.gateway.ServiceCall;
import org.jiuye.template.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Events that come again, late and out of order, or whose sending goes wrong. */
@OnSuite
class RedeliveryTest {
  private static final long SEED = 7;
  private static final int MOST = 100;
  private static final int MOST_PER_SEND = 10;
  private static final String SITE = "trade-square";

  private final Suite suite;
  private final Faults faults;

  RedeliveryTest(Suite suite) {
    this.suite = suite;
    this.faults = suite.cloud().emulatedCloud().faults();
  }

  @AfterEach
  void calm() {
    faults.clear();
  }

  @Test
  void everyMessageThreeTimesAgainAndOldOnesAfterNewChangeNoInbox() {
    bookAndCancel("2026-07-10");
    Account caseworker = suite.caseworkerOf(Suite.TOWN);
    String read = Inbox.of(suite, caseworker).getFirst().path("notificationId").asString("");
    expect("200", suite.call("POST", "/notifications/" + read + "/read").by(caseworker).send());
    Map<String, Map<String, AttributeValue>> before = suite.stored().items();

    List<String> events = suite.stored().events().all().reversed().stream().limit(MOST).toList();
    List<String> copies = new ArrayList<>();
    events.forEach(event -> copies.addAll(Collections.nCopies(3, event)));
    Collections.shuffle(copies, new Random(SEED));
    send(copies);
    send(events);
    suite.awaitQuiet();

    assertThat(suite.stored().items()).isEqualTo(before);
  }

  @Test
  void anEventWhoseSendingWasAnsweredBySilenceIsHeardOnce() {
    Injection lost = faults.inject(Fault.LOST_REPLY, 0.7, SEED, RedeliveryTest::isSend);

    bookAndCancel("2026-07-13");

    assertThat(lost.hits()).isPositive();
  }

  /** Between the reading of the stream and the sending lies whatever may go wrong. */
  @Test
  void whatTheRelayReadAndCouldNotSendIsSentLater() {
    Injection refused = faults.inject(Fault.INTERNAL_ERROR, 1, SEED, RedeliveryTest::isSend);
    List<String> bookings = book("2026-07-14");
    await().atMost(Duration.ofSeconds(30)).until(() -> refused.hits() > 3);
    bookings.forEach(
        bookingId -> assertThat(suite.stored().notificationsAbout(bookingId)).isEmpty());

    refused.close();

    suite.awaitQuiet();
    bookings.forEach(
        bookingId -> assertThat(suite.stored().notificationsAbout(bookingId)).hasSize(1));
  }

  @Test
  void inboxesFillWhateverTheTableSaysInBetween() {
    faults.inject(Fault.THROTTLING, 0.3, SEED);
    faults.inject(Fault.INTERNAL_ERROR, 0.2, SEED + 1);
    faults.inject(Fault.LOST_REPLY, 0.2, SEED + 2);

    bookAndCancel("2026-07-15");
  }

  /** Ten bookings, half of them ended; each event reaches the inbox once. */
  private void bookAndCancel(String night) {
    List<String> bookings = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      Account citizen = suite.citizen();
      String bookingId = book(citizen, night);
      bookings.add(bookingId);
      if (number % 2 == 0) {
        String path = "/stall-bookings/" + bookingId + "/cancellation";
        expect("200", suite.call("POST", path).by(citizen).send());
      }
    }
    suite.awaitQuiet();
    for (int number = 0; number < bookings.size(); number++) {
      assertThat(suite.stored().notificationsAbout(bookings.get(number)))
          .hasSize(number % 2 == 0 ? 2 : 1);
    }
  }

  private List<String> book(String night) {
    return IntStream.range(0, 10).mapToObj(_ -> book(suite.citizen(), night)).toList();
  }

  private String book(Account citizen, String night) {
    return Answers.text(
        expect("201", suite.book(citizen, SITE, night, Map.of()).send()), "bookingId");
  }

  private void send(List<String> events) {
    Queue queue =
        suite.cloud().template().queues().stream()
            .filter(candidate -> candidate.logicalId().equals("CaseworkerNotificationEventQueue"))
            .findAny()
            .orElseThrow();
    for (int from = 0; from < events.size(); from += MOST_PER_SEND) {
      List<String> batch = events.subList(from, Math.min(events.size(), from + MOST_PER_SEND));
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(0, batch.size())
              .mapToObj(
                  index ->
                      SendMessageBatchRequestEntry.builder()
                          .id(Integer.toString(index))
                          .messageBody(batch.get(index))
                          .build())
              .toList();
      assertThat(
              suite
                  .cloud()
                  .emulatedCloud()
                  .sqs()
                  .sendMessageBatch(request -> request.queueUrl(queue.url()).entries(entries))
                  .failed())
          .isEmpty();
    }
  }

  private static boolean isSend(ServiceCall call) {
    return call.service() == ServiceCall.Service.SQS && call.operation().startsWith("SendMessage");
  }
}
