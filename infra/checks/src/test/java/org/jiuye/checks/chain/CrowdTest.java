package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.checks.chain.Answers.text;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiuye.emulators.gateway.Faults;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everybody at once, on a calm table and on one where half of the writes collide with another
 * transaction. The nights are the tests' own.
 */
@OnSuite
class CrowdTest {
  private static final int CROWD = 200;
  private static final long SEED = 20260701;

  private final Suite suite;
  private final Faults faults;

  CrowdTest(Suite suite) {
    this.suite = suite;
    this.faults = suite.cloud().emulatedCloud().faults();
  }

  @AfterEach
  void calm() {
    faults.clear();
  }

  @ParameterizedTest
  @CsvSource({"2026-07-06, 0", "2026-07-07, 0.5"})
  void oneOfTwoHundredGetsTheStall(String night, double conflicts) {
    List<Account> citizens = citizens(CROWD);
    faults.inject(Fault.TRANSACTION_CONFLICT, conflicts, SEED);

    List<HttpResponse<String>> answers =
        Crowd.act(
            citizens,
            one ->
                suite.book(one, "youth-park", night, Map.of("stallNo", "A033")).sendUntilDecided());

    assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "409 stall-taken", (long) CROWD - 1));
    assertHeldAndTold("youth-park", night, booked(answers));
    assertThat(bookingsOf(citizens)).containsExactlyElementsOf(booked(answers));
  }

  @ParameterizedTest
  @CsvSource({"2026-07-08, 0", "2026-07-09, 0.5"})
  void fiftyOfTwoHundredGetTheFiftyStallsThatAreLeft(String night, double conflicts) {
    List<Account> citizens = citizens(CROWD);
    faults.inject(Fault.TRANSACTION_CONFLICT, conflicts, SEED);

    List<HttpResponse<String>> answers =
        Crowd.act(
            citizens, one -> suite.book(one, "apricot-park", night, Map.of()).sendUntilDecided());

    assertThat(outcomes(answers)).isEqualTo(Map.of("201", 50L, "409 session-full", 150L));
    assertThat(booked(answers)).hasSize(50);
    assertThat(answers.stream().map(answer -> text(answer, "stallNo")).filter(no -> !no.isEmpty()))
        .hasSize(50)
        .doesNotHaveDuplicates();
    assertHeldAndTold("apricot-park", night, booked(answers));
    assertThat(bookingsOf(citizens)).containsExactlyInAnyOrderElementsOf(booked(answers));
  }

  @ParameterizedTest
  @CsvSource({"2026-07-06, 0", "2026-07-07, 0.5"})
  void onePersonWithTwoAccountsGetsOneOfTwentyStalls(String night, double conflicts) {
    String person = "person-of-two-" + night;
    List<Account> accounts =
        List.of(
            suite.account("first-" + night, person, "citizen", ""),
            suite.account("second-" + night, person, "citizen", ""));
    List<Wish> wishes =
        IntStream.rangeClosed(1, 20)
            .mapToObj(no -> new Wish(accounts.get(no % 2), site(no), "A%03d".formatted(no)))
            .toList();
    faults.inject(Fault.TRANSACTION_CONFLICT, conflicts, SEED);

    List<HttpResponse<String>> answers =
        Crowd.act(
            wishes,
            wish ->
                suite
                    .book(wish.account(), wish.siteId(), night, Map.of("stallNo", wish.stallNo()))
                    .sendUntilDecided());

    assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "409 one-stall-a-night", 19L));
    assertThat(bookingsOf(accounts)).containsExactlyElementsOf(booked(answers));
    suite.awaitQuiet();
    assertThat(suite.stored().notificationsAbout(booked(answers).getFirst())).hasSize(1);
  }

  /** Two sites, so that the person's own item is the only common one. */
  private static String site(int number) {
    return number <= 10 ? "trade-square" : "fitness-square";
  }

  private record Wish(Account account, String siteId, String stallNo) {}

  @Test
  void aPersonsWeekHoldsNoMoreNightsThanItMay() {
    Account citizen = suite.citizen();
    List<String> nights = List.of("06", "07", "08", "09", "10", "11", "12");

    List<HttpResponse<String>> answers =
        Crowd.act(
            nights,
            day -> suite.book(citizen, "library-square", "2026-07-" + day, Map.of()).send());

    assertThat(outcomes(answers)).isEqualTo(Map.of("201", 4L, "409 weekly-limit", 3L));
    assertThat(bookingsOf(List.of(citizen))).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"2026-07-06, 0", "2026-07-07, 0.5"})
  void oneKeyIsOneBookingAndOneAnswer(String night, double conflicts) {
    Account citizen = suite.citizen();
    faults.inject(Fault.TRANSACTION_CONFLICT, conflicts, SEED);

    List<HttpResponse<String>> answers =
        Crowd.act(
            Collections.nCopies(50, citizen),
            one ->
                suite
                    .book(one, "children-park", night, Map.of())
                    .header("idempotency-key", "tonight-" + night)
                    .send());

    assertThat(outcomes(answers)).isEqualTo(Map.of("201", 50L));
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.headers().firstValue("location")).distinct())
        .hasSize(1);
    assertHeldAndTold("children-park", night, booked(answers).stream().distinct().toList());
    assertThat(bookingsOf(List.of(citizen))).hasSize(1);
  }

  @Test
  void aBookingEndsOnceHoweverManyCancelItAtOnce() {
    Account citizen = suite.citizen();
    String bookingId =
        text(suite.book(citizen, "children-park", "2026-07-09", Map.of()).send(), "bookingId");
    faults.inject(Fault.TRANSACTION_CONFLICT, 0.5, SEED);

    List<HttpResponse<String>> answers =
        Crowd.act(
            Collections.nCopies(20, citizen),
            one ->
                suite
                    .call("POST", "/stall-bookings/" + bookingId + "/cancellation")
                    .by(one)
                    .send());

    assertThat(outcomes(answers)).isEqualTo(Map.of("200", 1L, "409 not-cancellable", 19L));
    suite.awaitQuiet();
    assertThat(suite.stored().notificationsAbout(bookingId)).hasSize(2);
    assertThat(suite.stored().holders("children-park", "2026-07-09")).isEmpty();
  }

  /** Half of the time DynamoDB does what it was asked, and its answer is lost. */
  @Test
  void lostAnswersMakeNoSecondBookingAndLoseNone() {
    List<Account> citizens = citizens(30);
    faults.inject(Fault.LOST_REPLY, 0.5, SEED);

    List<HttpResponse<String>> answers =
        Crowd.act(
            citizens, one -> suite.book(one, "harvest-square", "2026-07-10", Map.of()).send());

    assertThat(outcomes(answers)).isEqualTo(Map.of("201", 30L));
    assertHeldAndTold("harvest-square", "2026-07-10", booked(answers));
    assertThat(bookingsOf(citizens)).containsExactlyInAnyOrderElementsOf(booked(answers));
  }

  private List<Account> citizens(int count) {
    return Stream.generate(suite::citizen).limit(count).toList();
  }

  private static Map<String, Long> outcomes(List<HttpResponse<String>> answers) {
    return answers.stream().collect(Collectors.groupingBy(Answers::outcome, Collectors.counting()));
  }

  private static List<String> booked(List<HttpResponse<String>> answers) {
    return answers.stream()
        .filter(answer -> answer.statusCode() == 201)
        .map(answer -> text(answer, "bookingId"))
        .toList();
  }

  /** The session's stalls are held by these bookings; each was told once and heard once. */
  private void assertHeldAndTold(String siteId, String night, List<String> bookingIds) {
    assertThat(suite.stored().holders(siteId, night))
        .extracting(item -> Stored.text(item, "bookingId"))
        .containsExactlyInAnyOrderElementsOf(bookingIds);
    suite.awaitQuiet();
    Predicate<String> ofThisNight =
        subject -> subject.startsWith(siteId + "." + night.replace("-", "") + ".");
    assertThat(suite.stored().events().subjects().filter(ofThisNight))
        .containsExactlyInAnyOrderElementsOf(bookingIds);
    assertThat(
            suite.stored().notifications().stream()
                .map(item -> Stored.text(item, "subject"))
                .filter(ofThisNight))
        .containsExactlyInAnyOrderElementsOf(bookingIds);
  }

  /** The bookings in the lists of the persons behind accounts. */
  private List<String> bookingsOf(List<Account> accounts) {
    return accounts.stream()
        .map(Account::personId)
        .distinct()
        .flatMap(person -> suite.stored().partition("STALL#PERSON#" + person).stream())
        .filter(item -> Stored.text(item, "sk").startsWith("BOOKING#"))
        .map(item -> Stored.text(item, "bookingId"))
        .toList();
  }
}
