package org.jiuye.stall.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.identity.Actor;
import org.jiuye.shared.table.Key;
import org.jiuye.stall.Mortality;
import org.jiuye.stall.OneSite;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.TableHistory;
import org.jiuye.stall.TickingClock;
import org.jiuye.stall.employer.model.Withdrawal;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whoever is rejected has no stall at the coming markets, whatever happened at the same time. */
@TestInstance(Lifecycle.PER_CLASS)
class RejectedEmployerTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 8);
  private static final String WITHDRAWALS = "STALL#EMPLOYERS#WITHDRAWALS";

  private final TickingClock clock = new TickingClock("2026-07-01T13:00:00+08:00");
  private final OneSite bed = new OneSite(OneSite.market(30), clock);

  @AfterAll
  void stop() {
    bed.close();
  }

  @Test
  void comingStallsEndWithoutPenaltyAndTheirVacanciesAreTakenDown() {
    TestCaller food = verified(1);
    List<String> bookings =
        List.of(book(food, 1, WEDNESDAY), book(food, 1, WEDNESDAY.plusWeeks(1)));

    assertThat(bed.call(reject(1)).text("state")).isEqualTo("REJECTED");

    for (String bookingId : bookings) {
      HttpAnswer booking = booking(food, bookingId);
      assertThat(booking.text("state")).isEqualTo("SITE_CANCELLED");
      assertThat(booking.text("reason")).isEqualTo("EMPLOYER_REJECTED");
    }
    assertThat(vacancies(1)).isEmpty();
    assertThat(told("employer-rejected", MarketTestBed.creditCode(1))).hasSize(1);
    assertThat(told("booking-withdrawn", bookings.getFirst())).hasSize(1);
    assertThat(told("booking-withdrawn", bookings.getLast())).hasSize(1);
    verified(1);
    assertThat(book(food, 1, WEDNESDAY)).isNotEmpty();
    assertThat(told("employer-verified", MarketTestBed.creditCode(1)))
        .hasSize(2)
        .allMatch(event -> event.data().at("/recipientIds/0").asString("").equals("person-e1"));
  }

  @Test
  void whereverTheRejectionIsCutOffTheScheduleEndsWhatIsLeft() {
    for (int moments = 0; moments < 48; moments += 3) {
      int number = 100 + moments;
      TestCaller food = verified(number);
      List<String> bookings =
          List.of(
              book(food, number, WEDNESDAY.plusWeeks(1)),
              book(food, number, WEDNESDAY.plusWeeks(2)));
      Optional<HttpAnswer> answer = Mortality.live(moments, () -> bed.call(reject(number)));

      bed.run("withdraw-stalls", clock);
      bed.run("sweep-waiting-lists", clock);

      String state = bed.call(MarketTestBed.employer(food, code(number))).text("state");
      assertThat(answer.isEmpty() || state.equals("REJECTED")).isTrue();
      boolean rejected = state.equals("REJECTED");
      assertThat(bookings)
          .as("after %s moments", moments)
          .allSatisfy(
              bookingId ->
                  assertThat(booking(food, bookingId).text("state"))
                      .isEqualTo(rejected ? "SITE_CANCELLED" : "CONFIRMED"));
      assertThat(vacancies(number)).hasSize(rejected ? 0 : 4);
      assertThat(bed.partition(WITHDRAWALS)).isEmpty();
      assertThat(bed.run("withdraw-stalls", clock)).contains("\"withdrawn\":0");
      bed.call(reject(number));
    }
  }

  @Test
  void whoBooksAtThatVeryMomentHasNoStallEither() throws Exception {
    for (int number = 200; number < 212; number++) {
      TestCaller food = verified(number);
      HttpCall booking = StallTestBed.book(food, body(number, WEDNESDAY.plusWeeks(3)));
      List<HttpAnswer> answers = together(booking, reject(number));

      assertThat(answers.getLast().status()).isEqualTo(200);
      if (answers.getFirst().status() == 201) {
        assertThat(booking(food, answers.getFirst().text("bookingId")).text("state"))
            .isEqualTo("SITE_CANCELLED");
      } else {
        assertThat(answers.getFirst().code()).isEqualTo("employer-not-verified");
      }
      assertThat(vacancies(number)).isEmpty();
    }
  }

  @Test
  void whoIsVerifiedAgainKeepsWhatStillStands() {
    TestCaller food = verified(300);
    String bookingId = book(food, 300, WEDNESDAY);
    bed.put(
        new Key(WITHDRAWALS, code(300) + "#person-e300"),
        OneSite.ITEMS.encode(
            new Withdrawal(code(300), "person-e300", new Actor("desk", "caseworker"), 2)));

    assertThat(bed.run("withdraw-stalls", clock)).contains("\"withdrawn\":0");

    assertThat(booking(food, bookingId).text("state")).isEqualTo("CONFIRMED");
    assertThat(bed.partition(WITHDRAWALS)).isEmpty();
  }

  private TestCaller verified(int number) {
    TestCaller caller =
        TestCaller.of("e" + number, "employer", "").linkedTo(bed.cloud, "person-e" + number);
    assertThat(bed.call(MarketTestBed.register(caller, code(number))).status()).isEqualTo(201);
    assertThat(bed.call(MarketTestBed.verify(OneSite.DESK, code(number))).status()).isEqualTo(200);
    return caller;
  }

  private static String code(int number) {
    return MarketTestBed.creditCode(number);
  }

  private static HttpCall reject(int number) {
    return MarketTestBed.reject(OneSite.DESK, code(number), "UNLAWFUL_VACANCIES");
  }

  private static Map<String, Object> body(int number, LocalDate day) {
    Map<String, Object> body = MarketTestBed.body(code(number), day.toString(), 2);
    body.put("siteId", OneSite.SITE_ID);
    return body;
  }

  private String book(TestCaller caller, int number, LocalDate day) {
    HttpAnswer answer = bed.call(StallTestBed.book(caller, body(number, day)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.text("bookingId");
  }

  private HttpAnswer booking(TestCaller caller, String bookingId) {
    return bed.call(HttpCall.of("GET /stall-bookings/{bookingId}", bookingId).by(caller));
  }

  private List<String> vacancies(int number) {
    return WEDNESDAY
        .datesUntil(WEDNESDAY.plusWeeks(4))
        .flatMap(day -> bed.partition("STALL#VACANCIES#" + day).stream())
        .map(Object::toString)
        .filter(item -> item.contains(code(number)))
        .toList();
  }

  private List<Event> told(String type, String subject) {
    return TableHistory.of(bed).stream()
        .flatMap(change -> change.events().stream())
        .filter(event -> event.type().equals("org.jiuye.stall." + type + ".v1"))
        .filter(event -> event.subject().equals(subject))
        .toList();
  }

  private List<HttpAnswer> together(HttpCall... calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpAnswer>> answers = new ArrayList<>();
      for (HttpCall call : calls) {
        Callable<HttpAnswer> task = () -> bed.call(call);
        answers.add(threads.submit(task));
      }
      List<HttpAnswer> all = new ArrayList<>();
      for (Future<HttpAnswer> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
